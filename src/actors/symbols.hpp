// A pool of strings, each kept once and named by a small number: what makes the knowledge compact and comparisons
// cheap.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readout::actors {

using Symbol = std::uint32_t;
inline constexpr Symbol no_symbol = 0;  // the empty string

class Symbols {
 public:
  Symbols();
  // The string's number, new or old.
  Symbol intern(std::string_view text);
  // The string's number; nothing known gives `no_symbol`.
  [[nodiscard]] Symbol find(std::string_view text) const;
  [[nodiscard]] std::string_view view(Symbol symbol) const {
    return std::string_view(bytes_).substr(begin_[symbol], begin_[symbol + 1] - begin_[symbol]);
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(begin_.size() - 1); }
  void reserve(std::size_t strings, std::size_t bytes);

  // Shows each array that it consists of, for the compiled tables.
  template <typename Visit>
  void each_array(const Visit& visit) {
    visit("bytes", bytes_);
    visit("begin", begin_);
    visit("slots", slots_);
  }

 private:
  // The hash beside the symbol: strings are compared only where it agrees.
  struct Slot {
    std::uint32_t hash = 0;
    Symbol symbol = no_symbol;  // marks a free one
  };
  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
  void rehash(std::size_t slots);

  std::string bytes_;
  std::vector<std::uint32_t> begin_;  // [symbols + 1]
  std::vector<Slot> slots_;           // open addressing
};

}  // namespace readout::actors
