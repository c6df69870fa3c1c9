// Tags, features, lemmas, names and trees of a report's tokens, by one small network: vectors of words, two
// convolutions, two bidirectional LSTM layers, heads on shared states (Dozat and Manning 2017 for the trees;
// train/README.md for the rest). Linear in the tokens, total for any bytes, the same bytes on every machine and for
// every order of reports.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "network/model_file.hpp"
#include "readout/result.hpp"
#include "readout/syntax.hpp"
#include "readout/tokens.hpp"

namespace readout::syntax {

// Views into a model file, which must outlive it. Immutable, shared by any number of threads.
class Model {
 public:
  static Result<Model> load(const network::ModelFile& file);

  ~Model();
  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;

  struct Parts;  // defined in syntax/model.hpp
  [[nodiscard]] const Parts& parts() const { return *parts_; }

 private:
  explicit Model(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

// Scratch memory and the vectors of words met so far, kept from report to report; one for each thread.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  struct Scratch;  // defined in syntax/parser.cpp
  [[nodiscard]] Scratch& scratch() { return *scratch_; }

 private:
  std::unique_ptr<Scratch> scratch_;
};

// Every sentence comes out as one tree with one root (head no_token), all heads inside the sentence.
// Features of the result are views into the model.
[[nodiscard]] Syntax parse(std::string_view text, const Tokens& tokens, const Model& model, Workspace& workspace);

}  // namespace readout::syntax
