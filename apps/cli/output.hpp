// Standard output with a buffer, where every failed write is noticed: a full disk is an error, a closed pipe is not.
#pragma once

#include <string>

#include "readout/result.hpp"

namespace readout::cli {

class Output {
 public:
  Output();

  // Takes what stands in `text` and empties it. Written when enough has come together, at once on a terminal.
  Status take(std::string& text);
  Status flush();

  // The reader has gone (`| head`): nothing more is written, and that is no error.
  [[nodiscard]] bool closed() const { return closed_; }

 private:
  std::string pending_;
  bool at_once_;
  bool closed_ = false;
};

// Writes all of `text` to standard output; the exit code.
int print(const std::string& text);

// "readout: MESSAGE" on standard error.
void complain(const std::string& message);
void complain(const Error& error);

}  // namespace readout::cli
