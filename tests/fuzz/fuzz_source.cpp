// Any bytes, in each form and in pieces of any size, give reports or errors; every position a report names lies in its
// text and between characters; and the pieces make no difference.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "source/readers.hpp"

namespace {

namespace source = readout::source;

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void check(const readout::Report& report) {
  require(report.body_begin <= report.body_end && report.body_end <= report.text.size());
  require(report.title_span.begin <= report.title_span.end && report.title_span.end <= report.text.size());
  for (const std::size_t at : {report.title_span.begin, report.title_span.end, report.body_begin, report.body_end}) {
    require(readout::base::is_boundary(report.text, at));
  }
  require(!report.name.empty() && !report.span_base.empty() && !report.text.empty());
  require(readout::base::is_valid_utf8(report.name) && readout::base::is_valid_utf8(report.url));
}

// What came, in a few words, to be compared.
std::string summary(source::Form form, std::string_view bytes, std::size_t most) {
  readout::SourceLimits limits;
  limits.text_bytes = 64;
  limits.row_bytes = 1024;
  source::Window window(std::make_unique<source::MemoryStream>(bytes, most));
  const auto reader = source::make_reader(form, {"day.x", "day"}, std::move(window), limits);
  std::string out;
  while (const auto next = reader->next()) {
    if (*next) {
      check(**next);
      out += std::to_string((*next)->line) + (*next)->name + (*next)->text + std::to_string((*next)->body_end) + "\n";
    } else {
      require(!next->error().message.empty() && next->error().file == "day.x");
      out += to_string(next->error()) + "\n";
    }
  }
  require(!out.empty());
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const auto form : {source::Form::plain_text, source::Form::json_lines, source::Form::csv}) {
    const std::string whole = summary(form, bytes, size + 1);
    require(whole == summary(form, bytes, 7));
  }
  source::Window window(std::make_unique<source::MemoryStream>(bytes, 3));
  static_cast<void>(source::form_of_stream(window));
  return 0;
}
