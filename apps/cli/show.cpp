// `readout show`: what a store keeps, printed as read prints it.
#include <string>

#include "arguments.hpp"
#include "commands.hpp"
#include "interrupt.hpp"
#include "output.hpp"
#include "readout/outputs.hpp"
#include "readout/store.hpp"
#include "terminal.hpp"

namespace readout::cli {

int run_show(const Arguments& arguments) {
  const auto store = Store::open_readonly(arguments.operands().front());
  if (!store) {
    complain(store.error());
    return failed;
  }
  const bool as_text = wants_text(arguments);
  const TextView view = text_view(arguments);
  Output output;
  std::string text;
  Status shown = store->each([&](const Record& record) -> Status {
    if (stop_asked()) {
      return Error{{}, 0, "stopped", {}};
    }
    if (as_text) {
      write_text(record, view, text);
    } else {
      write_jsonl(record, text);
    }
    Status printed = output.take(text);
    return printed && output.closed() ? Error{"standard output", 0, "was closed", {}} : printed;
  });
  if (output.closed()) {
    return done;
  }
  if (const Status flushed = output.flush(); shown && !flushed) {
    shown = flushed;
  }
  if (!shown && !stop_asked()) {
    complain(shown.error());
    return failed;
  }
  return exit_code_after_signal(done);
}

}  // namespace readout::cli
