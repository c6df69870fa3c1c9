// `readout search`, `timeline`, `who`, `brief` and `panel`: questions to a store.
#include <cstdlib>
#include <functional>
#include <string>

#include <fmt/format.h>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "readout/day.hpp"
#include "readout/desk.hpp"
#include "readout/outputs.hpp"
#include "terminal.hpp"

namespace readout::cli {

namespace {

std::string store_of(const Arguments& arguments) {
  if (arguments.has("--store")) {
    return arguments.value("--store");
  }
  const char* named = std::getenv("READOUT_STORE");
  return named == nullptr ? "" : named;
}

bool is_day(const Arguments& arguments, std::string_view flag) {
  if (!arguments.has(flag) || parse_day(arguments.value(flag))) {
    return true;
  }
  complain(fmt::format("{} takes a day as YYYY-MM-DD, not \"{}\"", flag, arguments.value(flag)));
  return false;
}

Period period_of(const Arguments& arguments) {
  return {arguments.value("--since"), arguments.value("--until")};
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) {
    all += (all.empty() ? "" : " ") + word;
  }
  return all;
}

// Asks the store that the arguments name; prints what `ask` makes of it.
int with_desk(const Arguments& arguments, const std::function<Result<std::string>(const Desk&)>& ask) {
  const auto store = store_of(arguments);
  if (store.empty()) {
    complain("no store to ask: name it with --store FILE.db or in READOUT_STORE");
    return wrong_usage;
  }
  if (!is_day(arguments, "--since") || !is_day(arguments, "--until")) {
    return wrong_usage;
  }
  const auto desk = Desk::open(store);
  if (!desk) {
    complain(desk.error());
    return failed;
  }
  const auto answer = ask(*desk);
  if (!answer) {
    complain(answer.error());
    return failed;
  }
  return print(*answer);
}

Result<std::string> written(const Arguments& arguments, const Result<Answer>& answer) {
  if (!answer) {
    return answer.error();
  }
  std::string text;
  const auto form = arguments.value("--format", "text");
  if (form == "json") {
    write_json(*answer, text);
  } else if (form == "csv") {
    write_csv(*answer, text);
  } else if (form == "markdown") {
    write_markdown(*answer, text);
  } else if (form == "html") {
    write_html(*answer, text);
  } else {
    write_text(*answer, text_view(arguments), text);
  }
  return text;
}

using AskPair = std::function<Result<Answer>(const Desk&, const std::string&, const std::string&)>;

int ask_of_two(const Arguments& arguments, const AskPair& ask) {
  if (arguments.operands().size() != 2) {
    complain(fmt::format("two parties are needed, not {}", arguments.operands().size()));
    return wrong_usage;
  }
  return with_desk(arguments, [&](const Desk& desk) -> Result<std::string> {
    const auto a = desk.party(arguments.operands()[0]);
    const auto b = desk.party(arguments.operands()[1]);
    if (!a || !b) {
      return a ? b.error() : a.error();
    }
    return written(arguments, ask(desk, *a, *b));
  });
}

}  // namespace

int run_search(const Arguments& arguments) {
  const auto given = arguments.value("--most", "20");
  if (given.empty() || given.size() > 6 || given.find_first_not_of("0123456789") != std::string::npos) {
    complain(fmt::format("--most takes a number, not \"{}\"", given));
    return wrong_usage;
  }
  return with_desk(arguments, [&](const Desk& desk) {
    return written(arguments, desk.search(joined(arguments.operands()), period_of(arguments), std::stoul(given)));
  });
}

int run_timeline(const Arguments& arguments) {
  return ask_of_two(arguments, [&](const Desk& desk, const std::string& a, const std::string& b) {
    return desk.timeline(a, b, arguments.value("--issue"), period_of(arguments));
  });
}

int run_brief(const Arguments& arguments) {
  return ask_of_two(arguments, [&](const Desk& desk, const std::string& a, const std::string& b) {
    return desk.brief(a, b, period_of(arguments));
  });
}

int run_who(const Arguments& arguments) {
  return with_desk(arguments, [&](const Desk& desk) {
    return written(arguments, desk.who(joined(arguments.operands()), period_of(arguments)));
  });
}

int run_panel(const Arguments& arguments) {
  return with_desk(arguments, [&](const Desk& desk) -> Result<std::string> {
    const auto panel = desk.panel(period_of(arguments));
    if (!panel) {
      return panel.error();
    }
    std::string text;
    const auto form = arguments.value("--format", "text");
    if (form == "json") {
      write_json(*panel, text);
    } else if (form == "csv") {
      write_csv(*panel, text);
    } else {
      write_text(*panel, text);
    }
    return text;
  });
}

}  // namespace readout::cli
