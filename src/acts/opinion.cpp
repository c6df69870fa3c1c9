// The same steps as train/acts/learn.py, in floats and in one order, so that every processor gives the same bits.
#include "acts/opinion.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "base/table.hpp"
#include "network/words.hpp"

namespace readout::acts {

namespace {

using M = OpinionModel;

// out[r] = bias + in[r] · w, relu where `cut`.
void layer(const float* in, std::size_t rows, std::size_t inputs, const float* w, const float* bias,
           std::size_t outputs, bool cut, float* out) {
  network::best_kernels().multiply_float(in, inputs, rows, inputs, w, outputs, out, outputs);
  for (std::size_t r = 0; r < rows; ++r) {
    float* row = out + r * outputs;
    for (std::size_t c = 0; c < outputs; ++c) {
      const float value = row[c] + bias[c];
      row[c] = cut && value < 0 ? 0 : value;
    }
  }
}

// Within one part in a million of e^x for x ≤ 0, and the same bits everywhere, which the library's does not promise.
float exp_of(float x) {
  const float held = std::max(x, -80.0F);
  const float power = std::nearbyint(held * 1.44269504F);
  const float rest = held - power * 0.693359375F + power * 2.12194440e-4F;
  float sum = 1.0F / 720.0F;
  for (const float term : {1.0F / 120.0F, 1.0F / 24.0F, 1.0F / 6.0F, 0.5F, 1.0F, 1.0F}) {
    sum = sum * rest + term;
  }
  return std::ldexp(sum, static_cast<int>(power));
}

void softmax(std::span<float> x) {
  const float top = *std::max_element(x.begin(), x.end());
  float sum = 0;
  for (float& value : x) {
    value = exp_of(value - top);
    sum += value;
  }
  for (float& value : x) {
    value /= sum;
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    out.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return out;
}

class ArrayReader {
 public:
  explicit ArrayReader(const network::ModelFile& file) : file_(file) {}

  const float* floats(std::string_view array, std::size_t count) {
    auto found = file_.numbers<float>(array, count);
    if (!found && !fault_) {
      fault_ = found.error();
    }
    return found ? found->data() : nullptr;
  }
  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

 private:
  const network::ModelFile& file_;
  std::optional<Error> fault_;
};

}  // namespace

Result<OpinionModel> OpinionModel::load(const network::ModelFile& file) {
  OpinionModel m;
  if (file.bytes("acts.token").empty()) {
    return m;
  }
  auto rows = file.numbers<std::int8_t>("acts.meaning");
  if (!rows || rows->size() % meaning_width != 0) {
    return file.misfit("acts.meaning");
  }
  m.meanings = *rows;
  auto index =
      network::Index::load(file, "acts.meaning.index", static_cast<std::uint32_t>(rows->size() / meaning_width));
  if (!index) {
    return index.error();
  }
  m.meaning_index = *index;
  m.type_names = lines_of(file.bytes("acts.types.text"));
  const auto modes = lines_of(file.bytes("acts.modes.text"));
  if (m.type_names.size() != opinion_types || modes.empty()) {
    return file.misfit("acts.types.text");
  }
  for (const std::string_view line : modes) {
    const auto blank = line.find(' ');
    const auto type = std::find(m.type_names.begin(), m.type_names.end(), line.substr(0, blank));
    if (blank == std::string_view::npos || type == m.type_names.end()) {
      return file.misfit("acts.modes.text");
    }
    const auto mode = line.substr(blank + 1);
    m.mode_of.emplace_back(static_cast<std::size_t>(type - m.type_names.begin()),
                           mode == "-" ? std::string_view{} : mode);
  }
  m.modes = modes.size();
  m.padded_modes = (m.modes + network::lanes - 1) / network::lanes * network::lanes;
  ArrayReader read(file);
  const float* scale = read.floats("acts.meaning.scale", 1);
  m.relation = read.floats("acts.relation", relations * relation_width);
  m.tag = read.floats("acts.tag", tags * tag_width);
  m.token = read.floats("acts.token", token_inputs * token_width);
  m.token_bias = read.floats("acts.token.bias", token_width);
  m.nobody = read.floats("acts.nobody", 2 * token_width);
  m.ask_token = read.floats("acts.ask.token", token_width * ask_width);
  m.ask_place = read.floats("acts.ask.place", place_width * ask_width);
  m.ask_bias = read.floats("acts.ask.bias", ask_width);
  m.ask_sides = read.floats("acts.ask.sides", 2 * token_width * ask_width);
  m.point = read.floats("acts.point", ask_width);
  m.look = read.floats("acts.look", ask_width);
  m.mix = read.floats("acts.mix", 4 * token_width * mix_width);
  m.mix_bias = read.floats("acts.mix.bias", mix_width);
  m.kind = read.floats("acts.kind", mix_width * opinion_types);
  m.kind_bias = read.floats("acts.kind.bias", opinion_types);
  m.manner = read.floats("acts.manner", mix_width * m.padded_modes);
  m.manner_bias = read.floats("acts.manner.bias", m.padded_modes);
  if (read.fault()) {
    return *read.fault();
  }
  m.meaning_scale = *scale;
  return m;
}

std::size_t Opinion::likeliest() const {
  return static_cast<std::size_t>(std::max_element(chance.begin(), chance.end()) - chance.begin());
}

void Opinions::read(const Document& document, TokenId first, TokenId last) {
  document_ = &document;
  first_ = first;
  last_ = last;
  const std::size_t words = last - first;
  inputs_.assign(words * M::token_inputs, 0.0F);
  tokens_.resize(words * M::token_width);
  asked_.resize(words * M::ask_width);
  std::string lower;
  for (TokenId t = first; t < last; ++t) {
    float* out = inputs_.data() + (t - first) * M::token_inputs;
    const std::uint8_t* states = document.syntax.states.data() + t * state_width;
    for (std::size_t i = 0; i < state_width; ++i) {
      const float scale = i < context_state_width ? context_state_scale : word_state_scale;
      *out++ = (static_cast<float>(states[i]) - 128.0F) * scale;
    }
    const auto relation =
        std::min<std::size_t>(static_cast<std::size_t>(document.syntax.relation[t]), M::relations - 1);
    out = std::copy_n(model_.relation + relation * M::relation_width, M::relation_width, out);
    const auto tag = std::min<std::size_t>(static_cast<std::size_t>(document.syntax.upos[t]), M::tags - 1);
    out = std::copy_n(model_.tag + tag * M::tag_width, M::tag_width, out);
    lower.clear();
    network::append_lower(slice(document.report.text, document.tokens.span[t]), lower);
    if (const auto row = model_.meaning_index.find(network::key_of(lower)); row != network::Index::none) {
      const std::int8_t* meaning = model_.meanings.data() + row * M::meaning_width;
      std::transform(meaning, meaning + M::meaning_width, out,
                     [&](std::int8_t byte) { return static_cast<float>(byte) * model_.meaning_scale; });
    }
  }
  layer(inputs_.data(), words, M::token_inputs, model_.token, model_.token_bias, M::token_width, true, tokens_.data());
  layer(tokens_.data(), words, M::token_width, model_.ask_token, model_.ask_bias, M::ask_width, false, asked_.data());
}

// Tokens on the way from one side to the other in the tree, both included.
void Opinions::mark_way(TokenId source, TokenId target) {
  way_.assign(last_ - first_, 0);
  if (source == no_token || target == no_token) {
    return;
  }
  const auto& head = document_->syntax.head;
  std::vector<TokenId> up;
  for (TokenId at = source; at != no_token && at >= first_ && at < last_ && up.size() < 60; at = head[at]) {
    up.push_back(at);
  }
  std::size_t meet = up.size();
  std::vector<TokenId> down;
  for (TokenId at = target; at != no_token && at >= first_ && at < last_ && down.size() < 60; at = head[at]) {
    down.push_back(at);
    const auto common = std::find(up.begin(), up.end(), at);
    if (common != up.end()) {
      meet = static_cast<std::size_t>(common - up.begin());
      break;
    }
  }
  if (meet == up.size()) {
    return;
  }
  for (std::size_t i = 0; i <= meet; ++i) {
    way_[up[i] - first_] = 1;
  }
  for (const TokenId at : down) {
    way_[at - first_] = 1;
  }
}

void Opinions::mark_places(TokenId source, TokenId target) {
  mark_way(source, target);
  const auto& head = document_->syntax.head;
  places_.assign((last_ - first_) * M::place_width, 0.0F);
  const auto inside = [&](TokenId t) { return t != no_token && t >= first_ && t < last_; };
  const auto far = [](TokenId a, TokenId b) {
    return static_cast<float>(std::min<TokenId>(a > b ? a - b : b - a, 20)) / 20.0F;
  };
  const bool some_source = source != no_token;
  const bool some_target = target != no_token;
  for (TokenId t = first_; t < last_; ++t) {
    float* x = places_.data() + (t - first_) * M::place_width;
    x[0] = t == source ? 1 : 0;
    x[1] = t == target ? 1 : 0;
    x[2] = static_cast<float>(way_[t - first_]);
    x[3] = inside(head[t]) ? static_cast<float>(way_[head[t] - first_]) : 0.0F;
    x[4] = some_source && t > source ? 1 : 0;
    x[5] = some_target && t > target ? 1 : 0;
    x[6] = some_source && head[source] == t ? 1 : 0;
    x[7] = some_target && head[target] == t ? 1 : 0;
    x[8] = some_source ? far(t, source) : 0.0F;
    x[9] = some_target ? far(t, target) : 0.0F;
    x[10] = some_source ? 0 : 1;
    x[11] = some_target ? 0 : 1;
  }
}

const float* Opinions::side(TokenId token, std::size_t which) const {
  return token == no_token ? model_.nobody + which * M::token_width
                           : tokens_.data() + (token - first_) * M::token_width;
}

Opinion Opinions::ask(TokenId source, TokenId target) {
  const std::size_t words = last_ - first_;
  Opinion out;
  std::array<float, 4 * M::token_width> z{};  // the act, what stands around, the two sides
  std::copy_n(side(source, 0), M::token_width, z.begin() + 2 * M::token_width);
  std::copy_n(side(target, 1), M::token_width, z.begin() + 3 * M::token_width);
  const network::Kernels& kernels = network::best_kernels();
  std::array<float, M::ask_width> sides{};
  kernels.multiply_float(z.data() + 2 * M::token_width, 2 * M::token_width, 1, 2 * M::token_width, model_.ask_sides,
                         M::ask_width, sides.data(), M::ask_width);
  mark_places(source, target);
  queries_.resize(words * M::ask_width);
  kernels.multiply_float(places_.data(), M::place_width, words, M::place_width, model_.ask_place, M::ask_width,
                         queries_.data(), M::ask_width);
  points_.resize(words);
  looks_.resize(words);
  for (std::size_t i = 0; i < words; ++i) {
    float point = 0;
    float look = 0;
    for (std::size_t k = 0; k < M::ask_width; ++k) {
      const float q = std::max(0.0F, queries_[i * M::ask_width + k] + asked_[i * M::ask_width + k] + sides[k]);
      point += q * model_.point[k];
      look += q * model_.look[k];
    }
    points_[i] = point;
    looks_[i] = look;
  }
  softmax(points_);
  softmax(looks_);
  for (std::size_t i = 0; i < words; ++i) {
    const float* token = tokens_.data() + i * M::token_width;
    for (std::size_t k = 0; k < M::token_width; ++k) {
      z[k] += points_[i] * token[k];
      z[M::token_width + k] += looks_[i] * token[k];
    }
  }
  std::array<float, M::mix_width> mixed{};
  layer(z.data(), 1, z.size(), model_.mix, model_.mix_bias, M::mix_width, true, mixed.data());
  layer(mixed.data(), 1, M::mix_width, model_.kind, model_.kind_bias, opinion_types, false, out.chance.data());
  softmax(out.chance);
  out.act = first_ + static_cast<TokenId>(std::max_element(points_.begin(), points_.end()) - points_.begin());
  out.between = way_[out.act - first_] != 0;
  std::vector<float> modes(model_.padded_modes);
  layer(mixed.data(), 1, M::mix_width, model_.manner, model_.manner_bias, model_.padded_modes, false, modes.data());
  const std::size_t type = out.likeliest();
  std::size_t best = model_.modes;
  for (std::size_t i = 0; i < model_.modes; ++i) {
    best = model_.mode_of[i].first == type && (best == model_.modes || modes[i] > modes[best]) ? i : best;
  }
  out.mode = best == model_.modes ? std::string_view{} : model_.mode_of[best].second;
  return out;
}

}  // namespace readout::acts
