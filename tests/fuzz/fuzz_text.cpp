// Any bytes through lay_out and tokenize: blocks and tokens must lie inside the text, in order, on character
// boundaries, none empty; every token must stand in exactly one sentence, and every sentence in one block. The first
// four bytes choose where title and body begin and end.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/utf8.hpp"
#include "network/model_file.hpp"
#include "readout/result.hpp"
#include "text/layout.hpp"
#include "text/tokenize.hpp"

namespace {

using readout::Span;

void require(bool holds, const char* what) {
  if (!holds) {
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
  }
}

bool fits(const std::string& text, Span span) {
  return span.begin <= span.end && span.end <= text.size() && readout::base::is_boundary(text, span.begin) &&
         readout::base::is_boundary(text, span.end);
}

const readout::text::Lexicon& lexicon() {
  static const auto loaded = [] {
    static const auto model = readout::network::ModelFile::map(READOUT_SOURCE_DIR "/models/english.model");
    auto result = model ? readout::text::load(READOUT_SOURCE_DIR "/data", model->bytes("boundaries"), model->name())
                        : readout::Result<readout::text::Lexicon>(model.error());
    if (!result) {
      std::fprintf(stderr, "%s\n", readout::to_string(result.error()).c_str());
      std::abort();
    }
    return std::move(*result);
  }();
  return loaded;
}

void check_layout(const std::string& text, const readout::Layout& layout, bool aside) {
  std::uint32_t done = 0;
  for (const auto& block : layout.blocks) {
    require(fits(text, block.span) && !block.span.empty(), "block inside the text");
    require(block.span.begin >= done, "blocks in order");
    done = block.span.end;
    require(!aside || !block.span.overlaps(layout.dateline), "dateline outside blocks");
    require(!aside || !block.span.overlaps(layout.byline), "byline outside blocks");
  }
  for (const Span span : {layout.dateline, layout.dateline_place, layout.dateline_agency, layout.dateline_date_span,
                          layout.byline, layout.publisher}) {
    require(fits(text, span), "line inside the text");
  }
  for (const Span span : {layout.dateline_place, layout.dateline_agency, layout.dateline_date_span}) {
    require(span.empty() || layout.dateline.contains(span), "part inside the dateline");
  }
}

void check_tokens(const std::string& text, const readout::Layout& layout, const readout::Tokens& tokens) {
  std::uint32_t done = 0;
  for (const Span span : tokens.span) {
    require(fits(text, span) && !span.empty(), "token inside the text");
    require(span.begin >= done, "tokens in order");
    done = span.end;
  }
  readout::TokenId next = 0;
  for (const auto& sentence : tokens.sentences) {
    require(sentence.first == next && sentence.last > sentence.first, "every token in one sentence");
    next = sentence.last;
    require(next <= tokens.size() && sentence.size() <= 512, "sentence of bounded length");
    require(sentence.span == readout::cover(tokens.span[sentence.first], tokens.span[sentence.last - 1]),
            "span of a sentence");
    require(sentence.block < layout.blocks.size() && layout.blocks[sentence.block].span.contains(sentence.span),
            "sentence inside its block");
  }
  require(next == tokens.size(), "no token without a sentence");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) {
    return 0;
  }
  readout::Report report;
  report.text.assign(reinterpret_cast<const char*>(data) + 4, size - 4);
  report.body_begin = data[0] < 128 ? 0U : data[0] - 128U;
  report.body_end = static_cast<std::uint32_t>(report.text.size()) + 8U - data[1] % 16U;
  report.title_span = {data[2] % 32U, data[3] < 128 ? 0U : data[3] - 128U};
  report.date = data[2] % 2 == 0 ? readout::parse_day("2021-09-11") : std::nullopt;
  const auto layout = readout::text::lay_out(report, lexicon());
  check_layout(report.text, layout, true);
  check_tokens(report.text, layout, readout::text::tokenize(report.text, layout, lexicon()));
  const auto whole = readout::text::lay_out_whole(report, lexicon());
  check_layout(report.text, whole, false);
  check_tokens(report.text, whole, readout::text::tokenize(report.text, whole, lexicon()));
  return 0;
}
