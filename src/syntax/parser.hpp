// Tags, lemmas and trees of a report's tokens, by one trained model. An averaged perceptron tags from left to right and
// a greedy transition parser builds the trees: linear in the tokens, total for any bytes, the same bytes on every
// machine.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "readout/result.hpp"
#include "readout/syntax.hpp"
#include "readout/tokens.hpp"

namespace readout::syntax {

// Read once, immutable, shared by any number of threads.
class Model {
 public:
  static Result<Model> load(const std::filesystem::path& model_file);
  // The same from a file's bytes in memory; `name` stands for the file in errors.
  static Result<Model> from_bytes(std::string_view bytes, std::string name);

  ~Model();
  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;

  struct Parts;  // defined in syntax/model.hpp
  [[nodiscard]] const Parts& parts() const { return *parts_; }

 private:
  explicit Model(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

// Scratch memory, kept from report to report; one for each thread.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  struct Scratch;  // defined in syntax/sentence.hpp
  [[nodiscard]] Scratch& scratch() { return *scratch_; }

 private:
  std::unique_ptr<Scratch> scratch_;
};

// Every sentence comes out as one tree with one root (head no_token), all heads inside the sentence.
[[nodiscard]] Syntax parse(std::string_view text, const Tokens& tokens, const Model& model, Workspace& workspace);

}  // namespace readout::syntax
