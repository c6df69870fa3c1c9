// What an edge (file, table, rule, model, database) returns: a value, or an error that says where and what to do.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace readout {

struct Error {
  std::string file;        // as the user named it; empty when no file is meant
  std::uint64_t line = 0;  // 1-based; 0 when no line is meant
  std::string message;     // what is wrong, one sentence without a final stop
  std::string remedy;      // what to do about it; may be empty
};

// "FILE:LINE: MESSAGE (REMEDY)", without the parts that are missing.
[[nodiscard]] std::string to_string(const Error& error);

// Shaped like std::expected (C++23), so that it can be replaced by it.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor): returns read as values
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // Precondition: has_value().
  [[nodiscard]] T& value() & { return *std::get_if<0>(&state_); }
  [[nodiscard]] const T& value() const& { return *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  [[nodiscard]] T& operator*() & { return value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  [[nodiscard]] T* operator->() { return &value(); }
  [[nodiscard]] const T* operator->() const { return &value(); }

  // Precondition: !has_value().
  [[nodiscard]] const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

// For edges that only do: success carries nothing.
using Status = Result<std::monostate>;
[[nodiscard]] inline Status ok() {
  return std::monostate{};
}

}  // namespace readout
