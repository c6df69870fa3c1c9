// Web and mail addresses and smileys: tokens that no rule for words would keep whole.
#pragma once

#include <string_view>

#include "text/lexicon.hpp"

namespace readout::text {

class Addresses {
 public:
  Addresses(std::string_view text, const Lexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  // The end of the address that begins at `at`; `at` itself when none does. Amortised linear over ascending calls.
  [[nodiscard]] std::size_t end_of(std::size_t at);

  // The end of the smiley that begins at `at` and fills what is left of its word; `at` when there is none.
  [[nodiscard]] std::size_t smiley_end(std::size_t at, bool glued) const;

 private:
  [[nodiscard]] std::size_t chunk_end(std::size_t at);
  [[nodiscard]] std::size_t mail_end(std::size_t at);
  [[nodiscard]] std::size_t host_end(std::size_t at);

  std::string_view text_;
  const Lexicon& lexicon_;
  std::size_t chunk_end_ = 0;  // of the run without blanks that was looked at last
  bool chunk_has_at_ = false;  // does that run hold an @
  bool chunk_has_slash_ = false;
  std::size_t no_mail_before_ = 0;  // no mail address begins before this offset
  std::size_t no_host_before_ = 0;  // nor a host name
};

}  // namespace readout::text
