// The table of commands and flags. The parser, --help, the man page and the shell completions are all made from it, so
// that none can say what another does not do.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace readout::cli {

class Arguments;

// What a shell offers after a flag or in place of an operand.
enum class Completes { nothing, files, folders };

struct Flag {
  std::string_view name;   // "--format"
  std::string_view value;  // "FORM"; empty for a switch
  std::string_view help;   // one or two sentences
  std::vector<std::string_view> choices;
  Completes completes = Completes::nothing;
  bool counts = false;  // its value is a whole number from 1 to `most_threads`
  bool pair = false;    // its value is two words
};

struct Operand {
  std::string_view name;  // "INPUT"
  std::string_view help;
  bool required = false;
  bool many = false;
  Completes completes = Completes::files;
  std::vector<std::string_view> choices;
};

struct Example {
  std::string_view line;  // what is typed
  std::string_view says;  // what it does
};

struct Command {
  std::string_view name;
  std::string_view summary;                   // one line, in lower case, without a full stop
  std::vector<std::string_view> description;  // paragraphs
  std::vector<Operand> operands;
  std::vector<Flag> flags;
  std::vector<Example> examples;
  int (*run)(const Arguments&) = nullptr;  // gives the exit code
  bool hidden = false;                     // not in the short list of commands
};

struct Named {
  std::string_view name;
  std::string_view says;
};

inline constexpr unsigned most_threads = 256;

enum ExitCode : int { done = 0, failed = 1, wrong_usage = 2, inputs_skipped = 3 };

[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] const Command* find_command(std::string_view name);
[[nodiscard]] std::span<const Named> exit_codes();
[[nodiscard]] std::span<const Named> environment();

// What the program says of itself, in one sentence.
[[nodiscard]] std::string_view purpose();

// One function a command, each in the file of its name.
int run_read(const Arguments& arguments);
int run_show(const Arguments& arguments);
int run_search(const Arguments& arguments);
int run_timeline(const Arguments& arguments);
int run_who(const Arguments& arguments);
int run_brief(const Arguments& arguments);
int run_panel(const Arguments& arguments);
int run_parse(const Arguments& arguments);
int run_parse_pretokenized(const Arguments& arguments);
int run_actor(const Arguments& arguments);
int run_compare(const Arguments& arguments);
int run_code(const Arguments& arguments);
int run_explain(const Arguments& arguments);
int run_coverage(const Arguments& arguments);
int run_actors(const Arguments& arguments);
int import_own_actors(const Arguments& arguments);
int list_unknown_actors(const Arguments& arguments);
int run_lint(const Arguments& arguments);
int run_compile(const Arguments& arguments);
int run_help(const Arguments& arguments);
int run_man(const Arguments& arguments);
int run_completions(const Arguments& arguments);

}  // namespace readout::cli
