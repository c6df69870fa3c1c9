// Where sentences end among the words of one block. Decided by the text of the block alone: rules where they are sure,
// a trained model elsewhere, hard limits over both.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/boundary_features.hpp"
#include "text/lexicon.hpp"
#include "text/words.hpp"

namespace readout::text {

// Later stages are linear in sentences, not in what stands in one: a sentence is cut at the next comma or semicolon
// after `soft` words, after `hard` words anywhere.
struct SentenceLimits {
  std::size_t soft = 400;
  std::size_t hard = 512;
};

// Keeps its memory from block to block.
class SentenceFinder {
 public:
  explicit SentenceFinder(const Lexicon& lexicon, SentenceLimits limits = {}) : lexicon_(lexicon), limits_(limits) {}

  // Appends to `ends` the index behind the last word of each sentence; the last one is words.size().
  void find(std::string_view text, std::span<const Word> words, std::vector<std::size_t>& ends);

 private:
  [[nodiscard]] bool ends_behind(std::size_t i) const;

  const Lexicon& lexicon_;
  SentenceLimits limits_;
  std::vector<std::size_t> begins_;
  BoundaryView view_;
};

// What is not left to the model. The rules are rarely wrong where they end a sentence; what they miss is the
// model's work. Nothing ends inside "U.S. President", between glued words or behind a colon.
enum class Verdict : std::uint8_t { ends, holds, open };
[[nodiscard]] Verdict sure_verdict(const BoundaryView& view, std::size_t i);

}  // namespace readout::text
