// The tagger's templates. A template's number is part of the model: adding one means training again.
#include "syntax/tag_features.hpp"

#include "syntax/hash.hpp"

namespace readout::syntax {

namespace {

constexpr std::uint64_t places = 0x1000;  // keeps the tagger's keys apart from all others

// Calls of it number themselves, so that the list below reads as the list of templates.
class Writer {
 public:
  explicit Writer(Features& features) : features_(features) { features_.clear(); }
  void operator()(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { features_.add(key(place_++, a, b, c)); }

 private:
  Features& features_;
  std::uint64_t place_ = places;
};

}  // namespace

std::uint32_t unknown_kind(const Word& word) {
  return static_cast<std::uint32_t>(key(0x2000, word.suffix[1], word.cap) >> 32U) | 0x80000000U;
}

void tag_features(const TagView& view, std::size_t at, Features& features) {
  static constexpr Word outside{};
  const auto count = view.words.size();
  const auto word_at = [&](std::size_t i) -> const Word& { return i < count ? view.words[i] : outside; };
  const auto kind_at = [&](std::size_t i) { return i < count ? view.kinds[i] : 1U; };
  const Word& w = view.words[at];
  const Word& l1 = word_at(at - 1);  // beyond the first word the index wraps round and is outside too
  const Word& l2 = word_at(at - 2);
  const Word& r1 = word_at(at + 1);
  const Word& r2 = word_at(at + 2);
  const auto k0 = view.kinds[at];
  const auto k1 = kind_at(at + 1);
  const auto k2 = kind_at(at + 2);
  const std::uint64_t t1 = at >= 1 ? view.tags[at - 1] : no_tag;
  const std::uint64_t t2 = at >= 2 ? view.tags[at - 2] : no_tag;
  const std::uint64_t t21 = t2 * 128 + t1;

  Writer feature(features);
  feature(0);
  feature(w.form);
  feature(w.form, w.cap);
  for (const auto suffix : w.suffix) {
    feature(suffix);
  }
  for (const auto prefix : w.prefix) {
    feature(prefix);
  }
  feature(w.shape);
  feature(w.shape, w.suffix[1]);
  feature(t1);
  feature(t21);
  feature(t1, w.form);
  feature(t21, k0);
  feature(t1, w.suffix[2]);
  feature(t1, w.shape);
  feature(k0);
  feature(k0, k1);
  feature(k0, k1, k2);
  feature(t1, k0, k1);
  feature(t21, k0, k1);
  feature(t1, k1);
  feature(k1);
  feature(k1, k2);
  feature(l1.form);
  feature(l2.form);
  feature(r1.form);
  feature(r2.form);
  feature(l1.form, w.form);
  feature(w.form, r1.form);
  feature(l1.form, r1.form);
  feature(l2.form, l1.form);
  feature(r1.form, r2.form);
  feature(w.form, k1);
  feature(w.form, k1, k2);
  feature(l1.form, k0);
  feature(r1.form, k0);
  feature(l1.suffix[2]);
  feature(r1.suffix[2]);
  feature(l1.shape, w.shape);
  feature(w.shape, r1.shape);
  feature(w.form, w.glue);
  feature(l2.form, t1, k0);
  const auto stem = view.stems[at];
  feature(stem, w.ending);
  feature(stem, w.ending, t1);
  feature(stem, w.ending, k1);
  feature(k0, stem, w.cap);
}

}  // namespace readout::syntax
