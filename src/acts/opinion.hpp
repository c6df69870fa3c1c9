// The second opinion: what a small network, learned from the sentences of train/acts, takes two sides of a sentence to
// do to one another. It reads the states that the parser's encoder left of each word (Syntax::states), and the meanings
// of words. A pointer network finds the word of the act (Vinyals et al., 2015, "Pointer Networks"); what it finds and
// the two sides give the PLOVER type.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "network/index.hpp"
#include "network/kernels.hpp"
#include "network/model_file.hpp"
#include "readout/document.hpp"

namespace readout::acts {

inline constexpr std::size_t opinion_types = 16;  // no act, and PLOVER's fifteen

// Views into the model file.
struct OpinionModel {
  static constexpr std::size_t meaning_width = 64;
  static constexpr std::size_t relation_width = 16;
  static constexpr std::size_t tag_width = 8;
  static constexpr std::size_t token_inputs = state_width + relation_width + tag_width + meaning_width;
  static constexpr std::size_t token_width = 128;
  static constexpr std::size_t place_width = 12;  // what the tree says of a word towards the two sides
  static constexpr std::size_t ask_width = 64;
  static constexpr std::size_t mix_width = 128;
  static constexpr std::size_t relations = 80;
  static constexpr std::size_t tags = 20;

  network::Index meaning_index;
  std::span<const std::int8_t> meanings;  // rows; row 0 is for words that are not there
  float meaning_scale = 1.0F;
  const float *relation = nullptr, *tag = nullptr;
  const float *token = nullptr, *token_bias = nullptr;  // matrices [inputs][outputs]
  const float* nobody = nullptr;                        // [2][token_width]: a side that is not told
  const float *ask_token = nullptr, *ask_place = nullptr, *ask_bias = nullptr, *ask_sides = nullptr;
  const float *point = nullptr, *look = nullptr;  // [ask_width]
  const float *mix = nullptr, *mix_bias = nullptr;
  const float *kind = nullptr, *kind_bias = nullptr;      // [mix_width][opinion_types]
  const float *manner = nullptr, *manner_bias = nullptr;  // [mix_width][padded modes]
  std::size_t modes = 0, padded_modes = 0;
  std::vector<std::string_view> type_names;                       // [opinion_types] "-" first
  std::vector<std::pair<std::size_t, std::string_view>> mode_of;  // [modes] type and mode

  // A model file without these arrays gives a model that has no opinion.
  [[nodiscard]] static Result<OpinionModel> load(const network::ModelFile& file);
  [[nodiscard]] bool has_opinions() const { return token != nullptr; }
};

struct Opinion {
  std::array<float, opinion_types> chance{};  // of no act, then of each type
  TokenId act = no_token;                     // the word that tells it
  std::string_view mode;                      // of the likeliest type; empty for none
  bool between = false;                       // the word stands on the way from one side to the other in the tree

  [[nodiscard]] std::size_t likeliest() const;  // type; 0 is no act
};

// Answers for one sentence at a time; keeps its memory.
class Opinions {
 public:
  explicit Opinions(const OpinionModel& model) : model_(model) {}

  // Takes up a sentence; linear in its words.
  void read(const Document& document, TokenId first, TokenId last);
  // What `source` does to `target`; no_token for a side that is not told. Linear in the sentence's words.
  [[nodiscard]] Opinion ask(TokenId source, TokenId target);

 private:
  void mark_places(TokenId source, TokenId target);
  void mark_way(TokenId source, TokenId target);
  [[nodiscard]] const float* side(TokenId token, std::size_t which) const;

  const OpinionModel& model_;
  const Document* document_ = nullptr;
  TokenId first_ = 0, last_ = 0;
  std::vector<float> inputs_;  // [words][token_inputs]
  std::vector<float> tokens_;  // [words][token_width]
  std::vector<float> asked_;   // [words][ask_width]: what a word brings to any question
  std::vector<float> places_;  // [words][place_width]
  std::vector<float> queries_;
  std::vector<float> points_, looks_;
  std::vector<char> way_;  // [words] between the sides in the tree
};

}  // namespace readout::acts
