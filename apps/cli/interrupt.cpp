#include "interrupt.hpp"

#include <unistd.h>

#include <csignal>
#include <cstring>
#include <string_view>

namespace readout::cli {

namespace {

// Written by the handler: lock-free atomics are what a handler may touch.
std::atomic<bool> stop{false};
std::atomic<int> signal_seen{0};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

constexpr int signal_base = 128;  // exit codes of signals, as shells count them

extern "C" void on_signal(int number) {
  if (signal_seen.exchange(number) != 0) {
    ::_exit(signal_base + number);
  }
  stop.store(true);
  if (::isatty(STDERR_FILENO) == 1) {
    constexpr std::string_view told = "\r\033[Kfinishing the reports under way; once more to end at once\n";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, told.data(), told.size());
  }
}

}  // namespace

void watch_signals() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  ::sigemptyset(&action.sa_mask);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    // What the parent had us ignore (nohup) stays ignored.
    if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) {
      ::sigaction(number, &action, nullptr);
    }
  }
  std::signal(SIGPIPE, SIG_IGN);
}

const std::atomic<bool>& stop_asked() {
  return stop;
}

int exit_code_after_signal(int otherwise) {
  const int number = signal_seen.load();
  return number == 0 ? otherwise : signal_base + number;
}

}  // namespace readout::cli
