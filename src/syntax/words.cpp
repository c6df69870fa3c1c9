// Reads words into hashes in one pass over their bytes; very long words count by their first bytes only.
#include "syntax/words.hpp"

#include <algorithm>
#include <cstddef>

#include "syntax/hash.hpp"

namespace readout::syntax {

namespace {

constexpr std::size_t longest = 64;  // bytes of a word that features look at

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

// The ASCII quote behind a curly one (U+2018 to U+201F); 0 for anything else.
char straight_quote(std::string_view bytes) {
  if (bytes.size() < 3 || bytes[0] != '\xE2' || bytes[1] != '\x80') {
    return 0;
  }
  const auto last = static_cast<unsigned char>(bytes[2]);
  return last < 0x98 || last > 0x9F ? '\0' : (last < 0x9C ? '\'' : '"');
}

// A word's bytes with capitals, digits and quotes evened out.
struct Normal {
  std::array<char, longest> bytes{};
  std::size_t size = 0;

  explicit Normal(std::string_view word) {
    for (std::size_t at = 0; at < word.size() && size < longest; ++at) {
      const char c = word[at];
      if (is_upper(c)) {
        push(static_cast<char>(c + ('a' - 'A')));
      } else if (is_digit(c)) {
        push('0');
      } else if (const char quote = straight_quote(word.substr(at)); quote != 0) {
        push(quote);
        at += 2;
      } else if (c == '\xC3' && at + 1 < word.size() && size + 1 < longest) {
        push(c);
        push(small_latin(word[++at]));
      } else {
        push(c);
      }
    }
  }

  [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }

 private:
  void push(char c) { bytes[size++] = c; }
  // The second byte of "É" as that of "é".
  static char small_latin(char second) {
    const auto byte = static_cast<unsigned char>(second);
    return byte >= 0x80 && byte <= 0x9E && byte != 0x97 ? static_cast<char>(byte + 0x20) : second;
  }
};

Casing casing_of(std::string_view text, std::span<const Span> spans) {
  unsigned words = 0;
  unsigned upper = 0;
  unsigned capital = 0;
  unsigned longer = 0;
  unsigned longer_capital = 0;
  for (const auto span : spans) {
    const auto word = slice(text, span);
    if (word.size() < 2 || !is_letter(word[0])) {
      continue;
    }
    const bool begins_upper = is_upper(word[0]);
    const bool all_upper = begins_upper && std::none_of(word.begin(), word.end(), is_lower);
    ++words;
    upper += all_upper ? 1 : 0;
    capital += begins_upper ? 1 : 0;
    if (word.size() >= 5 && !all_upper) {
      ++longer;
      longer_capital += begins_upper ? 1 : 0;
    }
  }
  if (words < 3) {
    return Casing::mixed;
  }
  if (upper * 10 >= words * 8) {
    return Casing::upper;
  }
  if (capital == 0) {
    return Casing::lower;
  }
  return longer >= 4 && longer_capital * 10 >= longer * 9 ? Casing::title : Casing::mixed;
}

char shape_class(char c) {
  return is_upper(c) ? 'X' : is_lower(c) ? 'x' : is_digit(c) ? 'd' : static_cast<unsigned char>(c) >= 0x80 ? 'u' : c;
}

std::uint32_t shape_of(std::string_view word, std::uint64_t seed) {
  std::array<char, 10> shape{};
  std::size_t size = 0;
  for (std::size_t at = 0; at < word.size() && size < shape.size(); ++at) {
    const char c = shape_class(word[at]);
    if (size < 2 || shape[size - 1] != c || shape[size - 2] != c) {
      shape[size++] = c;
    }
  }
  return static_cast<std::uint32_t>(hash_of({shape.data(), size}, seed) >> 32U);
}

std::uint32_t cap_of(std::string_view word) {
  const auto has = [word](auto kind) { return std::any_of(word.begin(), word.end(), kind); };
  if (word.empty() || !has(is_letter)) {
    return 3;
  }
  return !is_upper(word[0]) ? (has(is_upper) ? 4 : 0) : has(is_lower) || word.size() == 1 ? 1 : 2;
}

std::uint32_t small(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

std::uint32_t form_of(std::string_view bytes) {
  return small(hash_of(Normal(bytes.substr(0, 4 * longest)).view()));
}

// What is left without an inflectional ending, as such and as spelling may have changed it.
void find_stem(std::string_view form, Word& word) {
  constexpr std::size_t least = 2;  // bytes of a stem
  const auto take = [&](std::string_view ending, std::string_view changed, std::uint32_t number) {
    if (word.ending != 0 || !form.ends_with(ending) || form.size() < ending.size() + least) {
      return;
    }
    const auto stem = form.substr(0, form.size() - ending.size());
    word.ending = number;
    word.stem[0] = small(hash_of(stem));
    std::array<char, longest> other{};
    std::copy(stem.begin(), stem.end(), other.begin());
    std::copy(changed.begin(), changed.end(), other.begin() + static_cast<std::ptrdiff_t>(stem.size()));
    word.stem[1] = small(hash_of({other.data(), stem.size() + changed.size()}));
  };
  take("ies", "y", 1);
  take("es", "e", 1);
  if (!form.ends_with("ss")) {
    take("s", "", 1);
  }
  take("ied", "y", 2);
  take("ed", "e", 2);
  take("ing", "e", 3);
}

Word word_of(std::string_view bytes) {
  const Normal normal(bytes.substr(0, 4 * longest));
  const auto form = normal.view();
  Word word;
  word.form = small(hash_of(form));
  for (std::size_t n = 0; n < word.prefix.size(); ++n) {
    word.prefix[n] = small(hash_of(form.substr(0, n + 1), n));
  }
  for (std::size_t n = 0; n < word.suffix.size(); ++n) {
    word.suffix[n] = small(hash_of(form.substr(form.size() - std::min(n + 1, form.size())), n));
  }
  find_stem(form, word);
  return word;
}

// True for words with letters or digits, as against quotes, dashes and bullets.
bool begins_text(std::string_view word) {
  return !word.empty() && (is_letter(word[0]) || is_digit(word[0]) || static_cast<unsigned char>(word[0]) >= 0xC3) &&
         straight_quote(word) == 0;
}

bool is_quote(std::string_view word) {
  return word == "\"" || word == "``" || word == "''" || straight_quote(word) == '"';
}

constexpr std::uint32_t capital = 1;  // a cap of cap_of

}  // namespace

void SeenNames::clear() {
  std::fill(slots_.begin(), slots_.end(), 0U);
  count_ = 0;
}

std::size_t SeenNames::slot_of(std::uint32_t form) const {
  auto slot = (form * std::size_t{0x9E3779B1U} >> 8U) & (slots_.size() - 1);
  while (slots_[slot] != 0 && slots_[slot] != form) {
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

void SeenNames::insert(std::uint32_t form) {
  if (2 * (count_ + 1) > slots_.size()) {
    std::vector<std::uint32_t> old(std::max<std::size_t>(256, 2 * slots_.size()), 0U);
    std::swap(slots_, old);
    for (const auto other : old) {
      if (other != 0) {
        slots_[slot_of(other)] = other;
      }
    }
  }
  auto& slot = slots_[slot_of(form)];
  count_ += slot == 0 && form != 0 ? 1 : 0;
  slot = form;
}

bool SeenNames::contains(std::uint32_t form) const {
  return !slots_.empty() && form != 0 && slots_[slot_of(form)] == form;
}

void note_names(std::string_view text, std::span<const Span> spans, SeenNames& names) {
  if (casing_of(text, spans) != Casing::mixed) {
    return;
  }
  bool begun = false;
  for (const auto span : spans) {
    const auto bytes = slice(text, span);
    if (begun && !bytes.empty() && is_upper(bytes[0]) && cap_of(bytes) == capital) {
      names.insert(form_of(bytes));
    }
    begun = begun || begins_text(bytes);
  }
}

void read_words(std::string_view text, std::span<const Span> spans, const SeenNames& names, std::vector<Word>& words) {
  words.resize(spans.size());
  const auto casing = casing_of(text, spans);
  bool begun = false;  // a sentence's capital may stand behind an opening quote
  bool quoted = false;
  for (std::size_t at = 0; at < spans.size(); ++at) {
    const auto bytes = slice(text, spans[at]);
    Word& word = words[at];
    word = word_of(bytes);
    const bool is_unsure = !begun || casing != Casing::mixed;
    const auto situation =
        2 * static_cast<std::uint32_t>(casing) + (begun ? 0U : 1U) + (is_unsure && names.contains(word.form) ? 8U : 0U);
    word.shape = shape_of(bytes.substr(0, longest), situation);
    word.cap = cap_of(bytes) + 8 * situation;
    const bool glued_before = at > 0 && spans[at - 1].end == spans[at].begin;
    const bool glued_after = at + 1 < spans.size() && spans[at].end == spans[at + 1].begin;
    word.glue = (glued_before ? 1U : 0U) + (glued_after ? 2U : 0U) + (quoted ? 4U : 0U);
    begun = begun || begins_text(bytes);
    quoted = quoted != is_quote(bytes);
  }
}

}  // namespace readout::syntax
