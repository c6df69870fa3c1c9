// A line on standard error that tells how far a long run is. Only on a terminal, only after a second; gone at the end.
#pragma once

#include <chrono>
#include <cstdint>

namespace readout::cli {

class Progress {
 public:
  explicit Progress(bool wanted);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Cheap: draws at most ten times a second. `bytes_total` is 0 when unknown.
  void tell(std::uint64_t reports, std::uint64_t bytes_read, std::uint64_t bytes_total);
  // Wipes the line, so that something else can be written in its place.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point next_;
  bool wanted_;
  bool drawn_ = false;
};

}  // namespace readout::cli
