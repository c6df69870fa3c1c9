#include "syntax/word_types.hpp"

#include <algorithm>

#include "network/words.hpp"

namespace readout::syntax {

namespace {

constexpr std::size_t most_types = 32768;     // 25 MB of vectors
constexpr std::size_t most_text = 4U << 20U;  // bytes of forms
constexpr std::size_t at_once = 64;           // types that are mixed together

std::uint64_t hash_of(std::string_view form) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : form) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  return hash ^ (hash >> 32U);
}

void add_row(const ByteTable& table, std::size_t row, std::size_t columns, float factor, float* out) {
  const std::int8_t* bytes = table.rows.data() + row * columns;
  for (std::size_t i = 0; i < columns; ++i) {
    out[i] += static_cast<float>(bytes[i]) * factor;
  }
}

}  // namespace

void WordTypes::number(const TypeParts& types, const network::Kernels& kernels, std::string_view text,
                       std::span<const Span> words, std::vector<std::uint32_t>& numbers) {
  if (entries_.size() > most_types || text_.size() > most_text) {
    forget();
  }
  const std::size_t known = entries_.size();
  numbers.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    numbers[i] = find_or_add(slice(text, words[i]));
  }
  compute(types, kernels, known);
}

std::uint32_t WordTypes::find_or_add(std::string_view form) {
  if (slots_.size() < 2 * (entries_.size() + 1)) {
    grow();
  }
  const auto hash = hash_of(form);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    if (slots_[at] == 0) {
      slots_[at] = add(form, hash) + 1;
      return slots_[at] - 1;
    }
    const Entry& entry = entries_[slots_[at] - 1];
    if (entry.hash == hash && slice(text_, entry.form) == form) {
      return slots_[at] - 1;
    }
  }
}

std::uint32_t WordTypes::add(std::string_view form, std::uint64_t hash) {
  const auto here = [this] { return static_cast<std::uint32_t>(text_.size()); };
  Entry entry;
  entry.hash = hash;
  entry.form.begin = here();
  text_ += form;
  entry.form.end = entry.lower.begin = here();
  network::append_lower(form, text_);
  entry.lower.end = entry.plain.begin = here();
  std::string plain(slice(text_, entry.lower));
  network::digits_to_zero(plain);
  text_ += plain;
  entry.plain.end = here();
  entries_.push_back(entry);
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

void WordTypes::grow() {
  slots_.assign(std::max<std::size_t>(1024, 2 * slots_.size()), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t at = entries_[i].hash & mask;
    while (slots_[at] != 0) {
      at = (at + 1) & mask;
    }
    slots_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

void WordTypes::forget() {
  std::fill(slots_.begin(), slots_.end(), 0);
  entries_.clear();
  text_.clear();
  vectors_.clear();
}

void WordTypes::compute(const TypeParts& types, const network::Kernels& kernels, std::size_t first) {
  vectors_.resize(entries_.size() * width);
  inputs_.resize(at_once * type_width);
  mixed_.resize(at_once * 2 * width);
  for (std::size_t begin = first; begin < entries_.size(); begin += at_once) {
    const std::size_t count = std::min(at_once, entries_.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      gather(types, entries_[begin + i], inputs_.data() + i * type_width);
    }
    kernels.multiply_float(inputs_.data(), type_width, count, type_width, types.mixing, 2 * width, mixed_.data(),
                           2 * width);
    for (std::size_t i = 0; i < count; ++i) {
      const float* pairs = mixed_.data() + i * 2 * width;
      float* vector = vectors_.data() + (begin + i) * width;
      for (std::size_t k = 0; k < width; ++k) {
        vector[k] = std::max(pairs[k] + types.bias[k], pairs[width + k] + types.bias[width + k]);
      }
      kernels.norm(vector, nullptr, types.norm.gain, types.norm.bias, width);
    }
  }
}

void WordTypes::gather(const TypeParts& types, const Entry& entry, float* out) {
  std::fill(out, out + type_width, 0.0F);
  const auto glove = types.glove_index.find(network::key_of(slice(text_, entry.lower)));
  if (glove != network::Index::none) {
    add_row(types.glove, glove, glove_width, types.glove.scale, out);
  }
  out += glove_width;
  const auto plain = slice(text_, entry.plain);
  const auto known = types.known_index.find(network::key_of(plain));
  if (known != network::Index::none) {
    add_row(types.known, known, known_width, types.known.scale, out);
  }
  out += known_width;
  ngrams_.clear();
  network::append_ngrams(plain, ngrams_);
  const float share = types.ngram.scale / static_cast<float>(ngrams_.size());
  for (const auto slot : ngrams_) {
    add_row(types.ngram, slot, ngram_width, share, out);
  }
  out += ngram_width;
  const auto shape = network::shape_slot(slice(text_, entry.form));
  std::copy_n(types.shape + shape * shape_width, shape_width, out);
}

}  // namespace readout::syntax
