// Shapes are told by the word's kind first, then by its letters. Each template of features() has a number of its own in
// the hash; see boundary_feature_version before changing one.
#include "text/boundary_features.hpp"

#include <algorithm>

#include "text/character.hpp"

namespace readout::text {

namespace {

constexpr std::uint32_t most_to_stop = 40;

Shape shape_of_stop(std::string_view form) {
  if (form.find('?') != std::string_view::npos || form.find("\uFF1F") != std::string_view::npos) {
    return Shape::question;
  }
  if (form.find('!') != std::string_view::npos || form.find("\uFF01") != std::string_view::npos) {
    return Shape::exclamation;
  }
  return form.size() > 1 && (form[0] == '.' || form == "\u2026") ? Shape::ellipsis : Shape::stop;
}

Shape shape_of_letters(std::string_view form, Character first) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  bool digit = false;
  bool address = false;
  for (std::size_t at = 0; at < form.size();) {
    const Character c = character_at(form, at);
    digit = digit || c.kind == CharKind::digit;
    upper += is_upper(c.value) ? 1 : 0;
    lower += is_lower(c.value) ? 1 : 0;
    address = address || c.value == '@' || (c.value == '/' && at + 1 < form.size() && form[at + 1] == '/');
    at += c.length;
  }
  if (address || form.starts_with("www.")) return Shape::address;
  if (digit) return Shape::code;
  if (upper + lower == 0) return Shape::caseless;
  if (upper == 0) return Shape::lower;
  if (lower == 0) return upper == 1 ? Shape::letter : Shape::capitals;
  return upper == 1 && is_upper(first.value) ? Shape::capital : Shape::mixed;
}

bool is_number(std::string_view form) {
  return std::all_of(form.begin(), form.end(), [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; });
}

Shape shape_of_plain(std::string_view form) {
  const Character first = character_at(form, 0);
  if (first.kind == CharKind::emoji) return Shape::face;
  if (first.kind == CharKind::ideograph) return Shape::caseless;
  if (is_word(first.kind)) return is_number(form) ? Shape::number : shape_of_letters(form, first);
  if (is_apostrophe(first.value) && form.size() > first.length) return Shape::clitic;
  if (form.size() > 1 &&
      (first.value == ':' || first.value == ';' || first.value == '=' || first.value == '^' || first.value == '(')) {
    return form[0] == form[1] ? Shape::line : Shape::face;
  }
  if (is_hyphen(first.value) || (first.value >= 0x2013 && first.value <= 0x2015)) {
    return form.size() < 4 ? Shape::dash : Shape::line;
  }
  if (first.value == '*' || first.value == '#' || first.value == '>' || first.value == '<' || first.value == 0x2022) {
    return form.size() < 4 ? Shape::bullet : Shape::line;
  }
  return form.size() > 3 ? Shape::line : Shape::sign;
}

Shape shape_of(std::string_view form, const Word& word) {
  switch (word.kind) {
    case WordKind::plain:
      return shape_of_plain(form);
    case WordKind::abbreviation:
      return word.ends == AbbreviationEnds::never ? Shape::title : Shape::abbreviation;
    case WordKind::enumerator:
      return Shape::enumerator;
    case WordKind::stop:
      return shape_of_stop(form);
    case WordKind::opener:
      return form == "(" || form == "[" || form == "{" ? Shape::open_bracket : Shape::open_quote;
    case WordKind::closer:
      return form == ")" || form == "]" || form == "}" ? Shape::close_bracket : Shape::close_quote;
    case WordKind::quote:
      return Shape::quote;
    case WordKind::comma:
      return form == ";" ? Shape::semicolon : form == ":" ? Shape::colon : Shape::comma;
  }
  return Shape::sign;
}

bool is_final(Shape shape) {
  return shape == Shape::stop || shape == Shape::exclamation || shape == Shape::question || shape == Shape::ellipsis;
}

// 0 1 2 3 4 6 8 12 16 24 32 48 …: two classes for each doubling.
std::uint32_t size_class(std::size_t size) {
  std::uint32_t found = 0;
  while (size > 3 && found < 20) {
    found += 2;
    size /= 2;
  }
  return found + static_cast<std::uint32_t>(size);
}

std::uint32_t number_of(Shape shape) {
  return static_cast<std::uint32_t>(shape);
}

// Shapes of neighbours as one number.
template <typename... Traits>
std::uint32_t shapes(const Traits&... traits) {
  std::uint32_t all = 0;
  ((all = all * 32 + number_of(traits.shape)), ...);
  return all;
}

// Shapes and parts of speech of up to three neighbours as one number.
template <typename... Traits>
std::uint32_t kinds(const Traits&... traits) {
  std::uint32_t all = 0;
  ((all = all * 512 + number_of(traits.shape) * 16 + traits.kind), ...);
  return all;
}

// Gives each template its number, in the order of the calls.
class Writer {
 public:
  explicit Writer(BoundaryFeatures& out) : out_(out) {}

  void operator()(std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    std::uint64_t hash = (count_ + 1) * 0x9E3779B97F4A7C15ULL;
    hash = mix(hash ^ (a | std::uint64_t{b} << 32U));
    hash = mix(hash + c);
    out_[count_++] = static_cast<std::uint32_t>(hash >> 32U);
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  static std::uint64_t mix(std::uint64_t value) {
    value *= 0xD6E8FEB86659FD93ULL;
    return value ^ (value >> 32U);
  }
  BoundaryFeatures& out_;
  std::size_t count_ = 0;
};

}  // namespace

std::uint32_t hash_folded(std::string_view word) {
  std::uint32_t hash = 0x811C9DC5U;
  for (const char byte : word) {
    const char folded = byte >= '0' && byte <= '9' ? '0' : fold(byte);
    hash = (hash ^ static_cast<unsigned char>(folded)) * 0x01000193U;
  }
  return hash;
}

void BoundaryView::look_at(std::string_view text, std::span<const Word> words, std::span<const std::size_t> begins,
                           const WordClasses& classes) {
  traits_.resize(words.size());
  std::uint32_t verbs = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto form = slice(text, words[i].span);
    WordTraits& traits = traits_[i];
    traits.form = hash_folded(form);
    traits.tail = hash_folded(form.substr(form.size() - std::min<std::size_t>(form.size(), 3)));
    traits.kind = classes.of(traits.form);
    verbs += traits.kind == verb_class || traits.kind == auxiliary_class ? 1 : 0;
    traits.verbs = verbs;
    traits.shape = shape_of(form, words[i]);
    traits.length = static_cast<std::uint8_t>(std::min<std::size_t>(form.size(), 15));
    traits.spaced = words[i].spaced;
    traits.begins = false;
  }
  for (const std::size_t begin : begins) {
    if (begin < traits_.size()) {
      traits_[begin].begins = true;
    }
  }
  measure_block();
  last_end_ = Shape::edge;
}

void BoundaryView::measure_block() {
  std::uint32_t to_stop = most_to_stop;
  std::size_t capitals = 0;
  std::size_t cased = 0;
  bool raised = false;
  for (std::size_t i = traits_.size(); i-- > 0;) {
    WordTraits& traits = traits_[i];
    to_stop = is_final(traits.shape) ? 0 : std::min(most_to_stop, to_stop + 1);
    traits.to_stop = static_cast<std::uint16_t>(to_stop);
    capitals += traits.shape == Shape::capitals ? 1 : 0;
    cased += traits.shape == Shape::capitals || traits.shape == Shape::lower || traits.shape == Shape::capital ? 1 : 0;
    raised = raised || traits.shape == Shape::capital || traits.shape == Shape::letter;
  }
  size_class_ = size_class(traits_.size());
  const bool shouts = capitals > 3 && capitals * 2 > cased;
  case_class_ = shouts ? 2 : raised ? 1 : 0;
}

void BoundaryView::begin_sentence(std::size_t first) {
  last_end_ = first > 0 ? traits_[first - 1].shape : Shape::edge;
  first_ = first;
  open_quotes_ = 0;
  open_brackets_ = 0;
}

void BoundaryView::take(std::size_t i) {
  switch (traits_[i].shape) {
    case Shape::open_bracket:
      open_brackets_ = std::min(open_brackets_ + 1, 3U);
      break;
    case Shape::close_bracket:
      open_brackets_ -= open_brackets_ > 0 ? 1 : 0;
      break;
    case Shape::open_quote:
      open_quotes_ |= 1U;
      break;
    case Shape::close_quote:
      open_quotes_ &= ~1U;
      break;
    case Shape::quote:
      open_quotes_ ^= 2U;
      break;
    default:
      break;
  }
}

void BoundaryView::features(std::size_t i, BoundaryFeatures& out) const {
  const WordTraits& l = traits_[i];
  const WordTraits& l2 = before(i, 1);
  const WordTraits& l3 = before(i, 2);
  const WordTraits& r = at(i + 1);
  const WordTraits& r2 = at(i + 2);
  const WordTraits& r3 = at(i + 3);
  const WordTraits& first = traits_[first_];
  const std::uint32_t gap = (r.begins ? 1U : 0U) + (r.spaced ? 2U : 0U);
  const std::uint32_t pair = shapes(l, r) * 4 + gap;
  const std::uint32_t length = size_class(i + 1 - first_);
  const std::uint32_t left = size_class(traits_.size() - i - 1);
  const std::uint32_t to_stop = size_class(r.to_stop);
  const std::uint32_t stop_at = std::min<std::uint32_t>(static_cast<std::uint32_t>(traits_.size()) - 1,
                                                        static_cast<std::uint32_t>(i) + 1 + r.to_stop);
  const std::uint32_t said = std::min(2U, l.verbs - first.verbs + 1);
  const std::uint32_t to_say = std::min(2U, traits_[stop_at].verbs - l.verbs);
  const std::uint32_t open = open_quotes_ * 4 + open_brackets_;
  Writer add(out);
  add(pair);
  add(l.form, gap);
  add(r.form, gap);
  add(l.form, number_of(r.shape), gap);
  add(r.form, number_of(l.shape), gap);
  add(l.form, r.form);
  add(l2.form, l.form, number_of(r.shape));
  add(r.form, r2.form, number_of(l.shape));
  add(l2.form, number_of(l.shape), number_of(r.shape));
  add(r2.form, number_of(l.shape), number_of(r.shape));
  add(shapes(l3, l2, l, r, r2, r3), gap);
  add(shapes(l2, l, r, r2), gap);
  add(shapes(l3, l2, l, r), gap);
  add(shapes(l, r, r2, r3), gap);
  add(shapes(l2, l, r), gap, length);
  add(pair, length);
  add(pair, left);
  add(pair, size_class_, case_class_);
  add(pair, case_class_, number_of(r2.shape));
  add(pair, open, number_of(r2.shape));
  add(pair, to_stop);
  add(pair, to_stop, length);
  add(pair, said * 4 + to_say, length);
  add(pair, said * 4 + to_say, to_stop);
  add(first.form, pair);
  add(number_of(first.shape), pair, length);
  add(l.tail, number_of(r.shape), gap);
  add(r.tail, number_of(l.shape), gap);
  add(pair, number_of(last_end_), number_of(first.shape));
  add(pair, first.form == r.form ? 1 : 2, length);
  add(pair, l.length);
  add(l.form, shapes(r, r2), open);
  add(r.form, shapes(l2, l), open);
  add(l.form, length);
  add(l3.form, number_of(l2.shape), pair);
  add(r3.form, number_of(r2.shape), pair);
  add(l.form, to_stop, number_of(r.shape));
  add(r.form, length, number_of(l.shape));
  add(kinds(l, r), gap);
  add(kinds(l2, l, r), gap);
  add(kinds(l, r, r2), gap);
  add(kinds(l2, l), kinds(r, r2), gap);
  add(kinds(l, r, r2), kinds(r3), gap);
  add(kinds(l, r), kinds(first), gap);
  add(kinds(l, r), length, said * 4 + to_say);
  add(kinds(l, r), to_stop, gap);
  add(l.form, kinds(r), gap);
  add(r.form, kinds(l), gap);
  add(l.form, kinds(r, r2), gap);
  static_assert(boundary_feature_count == 49);
}

}  // namespace readout::text
