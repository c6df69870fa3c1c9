// For the tests of this folder: the shipped lexicon, and texts cut as the stage cuts them.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "network/model_file.hpp"
#include "readout/layout.hpp"
#include "readout/tokens.hpp"
#include "text/lexicon.hpp"
#include "text/tokenize.hpp"

namespace readout::text {

inline const Lexicon& shipped_lexicon() {
  static const Lexicon lexicon = [] {
    static const auto model = network::ModelFile::map(READOUT_SOURCE_DIR "/models/english.model");
    if (!model) {
      ADD_FAILURE() << to_string(model.error());
      return Lexicon{};
    }
    auto loaded = load(READOUT_SOURCE_DIR "/data", model->bytes("boundaries"), model->name());
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

// Does four times the text take clearly less than sixteen times as long? `work` is given texts made of `unit`. Small
// times count as nothing, so that only a quadratic rule is seen, and a busy machine is asked up to three times.
template <typename Work>
bool is_linear(std::string_view unit, const Work& work) {
  const auto seconds = [&](std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
      text += unit;
    }
    const auto begin = std::chrono::steady_clock::now();
    work(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  for (int attempt = 0; attempt < 3; ++attempt) {
    if (seconds(64'000) < 10 * seconds(16'000) + 0.05) {
      return true;
    }
  }
  return false;
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
