// Which form an input is in.
#include <algorithm>
#include <utility>

#include "source/columns.hpp"
#include "source/readers.hpp"

namespace readout::source {

namespace {

bool ends_with_any_case(std::string_view path, std::string_view ending) {
  if (path.size() < ending.size()) {
    return false;
  }
  const std::string_view tail = path.substr(path.size() - ending.size());
  return std::equal(tail.begin(), tail.end(), ending.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

std::size_t first_nonblank(std::string_view head) {
  if (head.starts_with(utf8_mark)) {
    head.remove_prefix(utf8_mark.size());
    const auto at = head.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? at : at + utf8_mark.size();
  }
  return head.find_first_not_of(" \t\r\n");
}

}  // namespace

Form form_of_name(std::string_view path) {
  for (const std::string_view ending : {".jsonl", ".ndjson", ".json"}) {
    if (ends_with_any_case(path, ending)) {
      return Form::json_lines;
    }
  }
  return ends_with_any_case(path, ".csv") ? Form::csv : Form::plain_text;
}

Form form_of_content(std::string_view head) {
  const std::size_t begin = first_nonblank(head);
  if (begin == std::string_view::npos) {
    return Form::plain_text;
  }
  if (head[begin] == '{') {
    return Form::json_lines;
  }
  const std::string_view line = head.substr(begin, head.find('\n', begin) - begin);
  const auto columns = Columns::from_line(line);
  // The word "text" alone may stand between commas in the first line of a report.
  return columns.has_text() && columns.known() > 1 ? Form::csv : Form::plain_text;
}

Result<Form> form_of_stream(Window& window) {
  constexpr std::size_t most = 64U << 10U;  // a header line is shorter
  for (;;) {
    const std::string_view head = window.ready();
    const std::size_t begin = first_nonblank(head);
    const bool known = begin != std::string_view::npos && (head[begin] == '{' || head.find('\n', begin) < head.size());
    if (known || head.size() >= most) {
      break;
    }
    const auto grown = window.more();
    if (!grown) {
      return grown.error();
    }
    if (!*grown) {
      break;
    }
  }
  return form_of_content(window.ready().substr(0, most));
}

std::unique_ptr<FormReader> make_reader(Form form, Origin origin, Window window, SourceLimits limits) {
  switch (form) {
    case Form::json_lines:
      return read_json_lines(std::move(origin), std::move(window), limits);
    case Form::csv:
      return read_csv(std::move(origin), std::move(window), limits);
    case Form::plain_text:
      break;
  }
  return read_plain_text(std::move(origin), std::move(window), limits);
}

}  // namespace readout::source
