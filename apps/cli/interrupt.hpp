// Ctrl-C and termination: the first asks the run to finish what is under way, the second ends at once.
#pragma once

#include <atomic>

namespace readout::cli {

// Begins to listen for SIGINT, SIGTERM and SIGHUP, and ignores SIGPIPE so that a closed pipe is seen where it is
// written.
void watch_signals();

// True once a signal came.
[[nodiscard]] const std::atomic<bool>& stop_asked();

// The exit code that tells of the signal: 130 for Ctrl-C, 143 for a termination; `otherwise` when none came.
[[nodiscard]] int exit_code_after_signal(int otherwise);

}  // namespace readout::cli
