// The dictionaries of TABARI, PETRARCH and Phoenix, line by line: a name at the margin opens an entry, "+" adds a
// synonym, brackets give the codes. A line that is not understood is told with its remedy and left out; the others
// count.
#include "actors/dictionary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/table.hpp"
#include "base/utf8.hpp"
#include "readout/day.hpp"

namespace readout::actors {

namespace {

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view{}
                                         : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t';
}

std::string lower_words(std::string_view name) {
  std::string out;
  for (const char c : name) {
    out += c == '_' || c == '\t' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return std::string(trim(out));
}

class Parser {
 public:
  explicit Parser(std::string file) : file_(std::move(file)) {}

  Dictionary read(std::string_view text) {
    for (line_ = 1; !text.empty(); ++line_) {
      const auto end = std::min(text.find('\n'), text.size());
      const std::string bare = without_comments(text.substr(0, end));
      const auto line = trim(bare);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (!base::is_valid_utf8(line) || std::ranges::any_of(line, is_control)) {
        complain("is not plain text in UTF-8", "save the file as UTF-8, without control characters");
      } else if (!line.empty()) {
        take(line);
      }
    }
    close();
    return std::move(out_);
  }

 private:
  // "#" and ";" to the line's end, "<!-- … -->" over lines.
  std::string without_comments(std::string_view line) {
    std::string kept;
    while (!line.empty()) {
      if (in_comment_) {
        const auto end = line.find("-->");
        in_comment_ = end == std::string_view::npos;
        line = in_comment_ ? std::string_view{} : line.substr(end + 3);
        continue;
      }
      const auto begin = std::min(line.find("<!--"), line.size());
      kept += line.substr(0, begin);
      in_comment_ = begin < line.size();
      line = in_comment_ ? line.substr(begin + 4) : std::string_view{};
    }
    return kept.substr(0, kept.find_first_of("#;"));
  }

  void complain(std::string message, std::string remedy) {
    out_.problems.push_back({file_, line_, std::move(message), std::move(remedy)});
  }

  void take(std::string_view line) {
    if (line.front() == '[') {
      if (!open_) {
        complain("gives a code before any name", "put the name on the line before it");
        return;
      }
      take_codes(line);
    } else if (line.front() == '+') {
      if (!open_) {
        complain("gives a synonym before any name", "put the name that it stands for on the line before it");
        return;
      }
      take_name(line.substr(1));
    } else if (line.front() == '!' && line.find('=') != std::string_view::npos) {
      take_set(line);
    } else if (line.front() == '<' || line.front() == '&' || line.front() == '%') {
      close();
      complain(fmt::format("“{}” is no actor", line), "import only the parts of the file that list actors or agents");
    } else {
      close();
      open_ = true;
      opened_ = line_;
      take_name(line);
    }
  }

  // !PERSON! = MAN, MEN, WOMAN
  void take_set(std::string_view line) {
    close();
    const auto end = line.find('!', 1);
    if (end == std::string_view::npos || end > line.find('=')) {
      complain("defines a set without a name", "write !NAME! = WORD, WORD");
      return;
    }
    auto& words = sets_[std::string(line.substr(0, end + 1))];
    for (const auto word : base::split(line.substr(line.find('=') + 1), ',')) {
      words.emplace_back(word);
    }
  }

  // "NAME_ {PLURAL} [CODE]"; the last two may be missing.
  void take_name(std::string_view line) {
    const auto end = std::min(line.find_first_of("[{"), line.size());
    const auto name = trim(line.substr(0, end));
    auto rest = line.substr(end);
    if (!rest.empty() && rest.front() == '{') {
      const auto close = rest.find('}');
      if (close == std::string_view::npos) {
        complain(fmt::format("{} has a plural without its closing }}", name), "write {PLURAL}, or {} for none");
        return;
      }
      take_plurals(trim(rest.substr(1, close - 1)));
      rest = trim(rest.substr(close + 1));
    }
    add_names(name);
    take_codes(rest);
  }

  void take_plurals(std::string_view plurals) {
    entry_.no_plural = entry_.no_plural || plurals.empty();
    for (const auto plural : base::split(plurals, ',')) {
      entry_.plurals.push_back(lower_words(plural));
    }
  }

  // A name, or all that a set within it makes of it; a bracketed part of capitals is another name ("…_(PKK)_").
  void add_names(std::string_view name) {
    const auto mark = name.find('!');
    if (mark != std::string_view::npos) {
      const auto end = name.find('!', mark + 1);
      const auto set =
          end == std::string_view::npos ? sets_.end() : sets_.find(std::string(name.substr(mark, end - mark + 1)));
      if (set == sets_.end()) {
        complain(fmt::format("{} names a set that is not defined", name), "define it above: !NAME! = WORD, WORD");
        return;
      }
      for (const std::string& word : set->second) {
        add_names(std::string(name.substr(0, mark)) + word + std::string(name.substr(end + 1)));
      }
      return;
    }
    std::string whole(name);
    if (const auto begin = name.find('('); begin != std::string_view::npos) {
      const auto end = name.find(')', begin);
      const auto part = name.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1);
      const bool initials = part.size() <= 8 && part.find('_') == std::string_view::npos;
      if (end == std::string_view::npos || !initials || begin == 0) {
        complain(fmt::format("{} has a part in brackets that is no abbreviation", name),
                 "write the other name on a line of its own, with + before it");
        return;
      }
      whole = std::string(name.substr(0, begin)) + std::string(name.substr(end + 1));
      add_name(whole);
      bracketed_.emplace_back(part);
      entry_.names.push_back({std::string(part), line_});
      return;
    }
    add_name(whole);
  }

  void add_name(std::string_view name) {
    const auto wrong = name.find_first_of("+[]{}()<>=|\"*?\\");
    if (wrong != std::string_view::npos) {
      complain(fmt::format("{} holds “{}”", name, name[wrong]), "write one name a line, words parted by _");
      return;
    }
    const bool letters = std::ranges::any_of(name, [](char c) {
      return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    });
    if (!letters) {
      complain(fmt::format("“{}” is no name", name), "write a name in capitals, words parted by _");
      return;
    }
    std::string kept(name);
    std::ranges::replace(kept, '\t', '_');
    entry_.names.push_back({std::move(kept), line_});
  }

  // "[AFGGOV >011222]", several on a line.
  void take_codes(std::string_view text) {
    for (text = trim(text); !text.empty(); text = trim(text)) {
      const auto end = text.find(']');
      if (text.front() != '[' || end == std::string_view::npos) {
        coded_ = true;  // said already: not once more as an entry without a code
        complain(fmt::format("“{}” is no code in brackets", text), "write [CODE], [CODE >DAY] or [CODE DAY-DAY]");
        return;
      }
      take_code(trim(text.substr(1, end - 1)));
      text.remove_prefix(end + 1);
    }
  }

  void take_code(std::string_view inside) {
    coded_ = true;
    const auto blank = std::min(inside.find_first_of(" \t"), inside.size());
    std::string_view code = inside.substr(0, blank);
    const bool agent = code.starts_with('~') || code.ends_with('~');
    if (agent) {
      code = code.starts_with('~') ? code.substr(1) : code.substr(0, code.size() - 1);
    }
    if (!is_actor_code(code)) {
      complain(fmt::format("[{}] is no actor code", inside),
               "write a country and sectors in capitals, three letters each, as in [AFGGOV]");
      return;
    }
    DatedCode dated{std::string(code), {}, {}, line_};
    if (const auto term = trim(inside.substr(blank)); !term.empty() && !take_term(term, dated)) {
      return;
    }
    entry_.agent = entry_.agent || agent;
    entry_.codes.push_back(std::move(dated));
  }

  bool take_term(std::string_view term, DatedCode& dated) {
    const auto dash = term.find('-');
    std::string_view from;
    std::string_view to;
    if (term.front() == '>') {
      from = trim(term.substr(1));
    } else if (term.front() == '<') {
      to = trim(term.substr(1));
    } else if (dash != std::string_view::npos) {
      from = trim(term.substr(0, dash));
      to = trim(term.substr(dash + 1));
    } else {
      complain(fmt::format("“{}” is no time", term), "write >DAY, <DAY or DAY-DAY");
      return false;
    }
    dated.from = iso_day(from);
    dated.to = iso_day(to);
    if ((!from.empty() && dated.from.empty()) || (!to.empty() && dated.to.empty()) || (from.empty() && to.empty())) {
      complain(fmt::format("“{}” names a day that is none", term), "write days as YYYYMMDD");
      return false;
    }
    if (!from.empty() && !to.empty() && dated.from > dated.to) {
      complain(fmt::format("“{}” ends before it begins", term), "swap the days or mend one");
      return false;
    }
    return true;
  }

  // An entry is done: its names get the capitals of what it is.
  void close() {
    if (open_ && entry_.codes.empty() && !entry_.names.empty() && !coded_) {
      out_.problems.push_back({file_, opened_, fmt::format("{} has no code", entry_.names.front().text),
                               "put its code in brackets after it or on the lines below"});
    }
    if (!entry_.codes.empty() && !entry_.names.empty()) {
      for (DictionaryName& name : entry_.names) {
        name.text = entry_.agent ? lower_words(name.text) : spelled(name.text);
      }
      out_.entries.push_back(std::move(entry_));
    }
    entry_ = {};
    bracketed_.clear();
    open_ = false;
    coded_ = false;
  }

  // A bracketed abbreviation stays in capitals.
  [[nodiscard]] std::string spelled(const std::string& name) const {
    const bool initials = std::ranges::find(bracketed_, name) != bracketed_.end();
    return initials ? name : in_ordinary_capitals(name);
  }

  std::string file_;
  Dictionary out_;
  DictionaryEntry entry_;
  std::map<std::string, std::vector<std::string>> sets_;
  std::vector<std::string> bracketed_;  // names of the entry that stood in brackets
  std::uint64_t line_ = 0;
  std::uint64_t opened_ = 0;  // the line of the entry's first name
  bool open_ = false;
  bool coded_ = false;  // brackets were seen, right or wrong
  bool in_comment_ = false;
};

}  // namespace

bool is_actor_code(std::string_view code) {
  return !code.empty() && code.size() % 3 == 0 && code.size() <= 15 &&
         std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string iso_day(std::string_view text) {
  const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  std::string day(text);
  if (digits && text.size() == 6) {
    day = (text.substr(0, 2) <= "30" ? "20" : "19") + day;
  }
  if (digits && day.size() == 8) {
    day = day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6);
  }
  return parse_day(day) ? day : std::string();
}

Dictionary read_coder_dictionary(std::string_view text, const std::string& file) {
  return Parser(file).read(text);
}

Dictionary read_dictionary(std::string_view text, const std::string& file) {
  return is_name_table(text) ? read_name_table(text, file) : read_coder_dictionary(text, file);
}

}  // namespace readout::actors
