// For the tests of this folder: the shipped lexicon, and texts cut as the stage cuts them.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "readout/layout.hpp"
#include "readout/tokens.hpp"
#include "text/lexicon.hpp"
#include "text/tokenize.hpp"

namespace readout::text {

inline const Lexicon& shipped_lexicon() {
  static const Lexicon lexicon = [] {
    auto loaded = load(std::filesystem::path(READOUT_SOURCE_DIR) / "data");
    if (!loaded) {
      ADD_FAILURE() << to_string(loaded.error());
      return Lexicon{};
    }
    return std::move(*loaded);
  }();
  return lexicon;
}

// The text as one paragraph.
inline Tokens tokens_of(std::string_view text) {
  Layout layout;
  layout.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
  return tokenize(text, layout, shipped_lexicon());
}

// The words separated by one blank.
inline std::string spaced(std::string_view text) {
  std::string out;
  for (const Span span : tokens_of(text).span) {
    out += out.empty() ? "" : " ";
    out += slice(text, span);
  }
  return out;
}

// The text with a bar in front of every sentence but the first.
inline std::string barred(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  bool first = true;
  for (const Sentence& sentence : tokens_of(text).sentences) {
    out += text.substr(at, sentence.span.begin - at);
    out += first ? "" : "|";
    first = false;
    at = sentence.span.begin;
  }
  return out + std::string(text.substr(at));
}

}  // namespace readout::text
