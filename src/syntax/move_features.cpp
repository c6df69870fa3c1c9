// The parser's templates. A template's number is part of the model: adding one means training again.
#include "syntax/move_features.hpp"

#include <algorithm>

#include "syntax/hash.hpp"

namespace readout::syntax {

namespace {

constexpr std::uint8_t no_word_tag = 126;

class Writer {
 public:
  explicit Writer(Features& features) : features_(features) { features_.clear(); }
  void operator()(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { features_.add(key(place_++, a, b, c)); }

 private:
  Features& features_;
  std::uint64_t place_ = 0x3000;
};

std::uint64_t distance_class(std::uint32_t from, std::uint32_t to) {
  const auto distance = to - from;
  return distance < 5 ? distance : distance < 10 ? 5 : distance < 20 ? 6 : 7;
}

// Each of the four counts between two words, up to 2: 8 bits.
std::uint64_t between(const Leaves& leaves, std::uint32_t from, std::uint32_t to) {
  const auto counts = leaves.before[to] - leaves.before[std::min(from + 1, to)];
  std::uint64_t packed = 0;
  for (unsigned field = 0; field < 4; ++field) {
    packed = packed * 4 + std::min<std::uint64_t>((counts >> (16 * field)) & 0xFFFFU, 2);
  }
  return packed;
}

std::uint64_t tags(const Leaf& a, const Leaf& b) {
  return a.tag * 128ULL + b.tag;
}
std::uint64_t tags(const Leaf& a, const Leaf& b, const Leaf& c) {
  return tags(a, b) * 128 + c.tag;
}

}  // namespace

void finish(Leaves& leaves, std::span<const Upos> upos, std::span<const Xpos> xpos) {
  const auto size = upos.size();
  leaves.leaf.resize(size + 1);
  leaves.leaf[size] = Leaf{0, 0, 0, no_word_tag, no_word_tag};
  leaves.before.resize(size + 1);
  std::uint64_t counts = 0;
  for (std::size_t at = 0; at < size; ++at) {
    leaves.before[at] = counts;
    const bool verb = upos[at] == Upos::verb || upos[at] == Upos::aux;
    const bool opener =
        upos[at] == Upos::sconj || xpos[at] == Xpos::wdt || xpos[at] == Xpos::wp || xpos[at] == Xpos::wrb;
    counts += (verb ? 1ULL : 0) + (xpos[at] == Xpos::comma ? 1ULL << 16U : 0) +
              (upos[at] == Upos::cconj ? 1ULL << 32U : 0) + (opener ? 1ULL << 48U : 0);
  }
  leaves.before[size] = counts;
}

void move_features(const Leaves& leaves, const State& state, Features& features) {
  const auto size = state.size();
  const auto leaf = [&](std::uint32_t word) -> const Leaf& { return leaves.leaf[word < size ? word : size]; };
  const auto top = state.top();
  const auto front = state.front();
  const Node& st = state.node(top);
  const Node& nt = state.node(front);
  const Node& sh = state.node(st.head);
  const Node& sl = state.node(st.left1);
  const Node& sr = state.node(st.right1);
  const Node& nl = state.node(nt.left1);
  const Leaf& s0 = leaf(top);
  const Leaf& s1 = leaf(state.top(1));
  const Leaf& s2 = leaf(state.top(2));
  const Leaf& n0 = leaf(front);
  const Leaf& n1 = leaf(state.ahead(1));
  const Leaf& n2 = leaf(state.ahead(2));
  const Leaf& n3 = leaf(state.ahead(3));
  const Leaf& last = leaf(front - 1);
  const Leaf& s0h = leaf(st.head);
  const Leaf& s0h2 = leaf(sh.head);
  const Leaf& s0l = leaf(st.left1);
  const Leaf& s0l2 = leaf(st.left2);
  const Leaf& s0r = leaf(st.right1);
  const Leaf& s0r2 = leaf(st.right2);
  const Leaf& n0l = leaf(nt.left1);
  const Leaf& n0l2 = leaf(nt.left2);
  const auto label = [](const Node& node) { return static_cast<std::uint64_t>(node.relation); };
  const auto count = [](std::uint16_t n) { return std::min<std::uint64_t>(n, 4); };
  const auto far = top == State::none ? 9 : distance_class(top, front);
  const auto gap = top == State::none ? 0 : between(leaves, std::min(top, front), std::max(top, front));
  const std::uint64_t mode = (state.is_retaken() ? 2U : 0U) + (top != State::none && state.has_head(top) ? 1U : 0U);

  Writer feature(features);
  feature(mode);
  feature(s0.form, s0.tag);
  feature(s0.form, mode);
  feature(s0.tag, mode, label(st));
  feature(n0.form, n0.tag);
  feature(n0.form);
  feature(n0.tag);
  feature(n1.form, n1.tag);
  feature(n1.form);
  feature(n1.tag);
  feature(n2.form, n2.tag);
  feature(n2.form);
  feature(n2.tag);
  // stack and front
  feature(s0.form, n0.form, tags(s0, n0));
  feature(s0.form, n0.form);
  feature(s0.lemma, n0.lemma, mode);
  feature(s0.form, s0.tag, n0.tag);
  feature(s0.lemma, n0.tag, mode);
  feature(n0.form, n0.tag, s0.tag);
  feature(n0.lemma, s0.tag, mode);
  feature(tags(s0, n0), mode);
  feature(tags(n0, n1));
  feature(tags(n0, n1, n2));
  feature(tags(s0, n0, n1), mode);
  feature(tags(s0, n0, n1), n2.tag);
  feature(tags(n1, n2, n3), s0.tag, n0.tag);
  feature(s0.form, tags(n0, n1));
  feature(n0.form, tags(s0, n1));
  feature(s0.tag, n0.tag, n1.form);
  feature(s0.lemma, n0.form, n1.form);
  feature(s0.suffix, n0.tag);
  feature(n0.suffix, s0.tag);
  feature(tags(last, n0), s0.tag, far);
  feature(last.form, n0.tag, s0.tag);
  // distance, and what lies between
  feature(s0.lemma, far);
  feature(s0.tag, far, mode);
  feature(n0.lemma, far);
  feature(n0.tag, far);
  feature(s0.form, n0.form, far);
  feature(tags(s0, n0), far, mode);
  feature(tags(s0, n0), gap, mode);
  feature(s0.lemma, gap, n0.tag);
  feature(s0.tag, gap, n0.lemma);
  // number of dependents
  feature(s0.lemma, count(st.right_count));
  feature(s0.tag, count(st.right_count), n0.tag);
  feature(s0.lemma, count(st.left_count));
  feature(s0.tag, count(st.left_count));
  feature(n0.lemma, count(nt.left_count));
  feature(n0.tag, count(nt.left_count));
  // words further down and below
  feature(s1.form, s0.tag);
  feature(s1.tag);
  feature(tags(s1, s0, n0));
  feature(s1.lemma, tags(s0, n0));
  feature(s1.lemma, n0.lemma);
  feature(tags(s2, s1, s0), n0.tag);
  feature(s0h.form);
  feature(s0h.tag, label(st));
  feature(label(st), s0.tag);
  feature(s0h.lemma, s0.lemma, n0.tag);
  feature(s0h.lemma, n0.form, s0.tag);
  feature(s0l.form);
  feature(s0l.tag, label(sl));
  feature(s0r.form, s0.tag);
  feature(s0r.tag, label(sr), n0.tag);
  feature(n0l.form);
  feature(n0l.tag, label(nl));
  feature(tags(s0, s0l, n0), label(sl));
  feature(tags(s0, s0r, n0), label(sr));
  feature(tags(s0h, s0, n0), label(st));
  feature(tags(s0, n0, n0l), label(nl));
  feature(s0.lemma, s0r.form, n0.tag);
  feature(s0.lemma, s0l.form, n0.tag);
  feature(n0.lemma, n0l.form, s0.tag);
  // third order
  feature(s0h2.form, n0.tag);
  feature(s0h2.tag, label(sh));
  feature(tags(s0h2, s0h, s0), n0.tag);
  feature(s0l2.tag, label(state.node(st.left2)));
  feature(s0r2.tag, label(state.node(st.right2)));
  feature(n0l2.tag, label(state.node(nt.left2)));
  feature(tags(s0, s0l, s0l2));
  feature(tags(s0, s0r, s0r2), n0.tag);
  feature(tags(n0, n0l, n0l2));
  // relations already there
  feature(s0.lemma, st.right_relations & 0xFFFFFFFFU, st.right_relations >> 32U);
  feature(s0.tag, st.right_relations & 0xFFFFFFFFU, (st.right_relations >> 32U) * 128 + n0.tag);
  feature(s0.lemma, st.left_relations & 0xFFFFFFFFU, st.left_relations >> 32U);
  feature(s0.tag, st.left_relations & 0xFFFFFFFFU, st.left_relations >> 32U);
  feature(n0.lemma, nt.left_relations & 0xFFFFFFFFU, nt.left_relations >> 32U);
  feature(n0.tag, nt.left_relations & 0xFFFFFFFFU, nt.left_relations >> 32U);
}

}  // namespace readout::syntax
