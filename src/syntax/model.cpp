// From the arrays of a model file to the parts, each checked for its size: what is missing or misshapen is an error
// that names it.
#include "syntax/model.hpp"

#include <optional>
#include <string>
#include <utility>

#include "network/words.hpp"

namespace readout::syntax {

namespace {

// Collects views; the first fault is kept and all later steps are skipped.
class Loader {
 public:
  explicit Loader(const network::ModelFile& file) : file_(file) {}

  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

  template <typename T>
  std::span<const T> numbers(const std::string& array, std::size_t count) {
    if (fault_) {
      return {};
    }
    auto found = file_.numbers<T>(array, count);
    if (!found) {
      fault_ = found.error();
      return {};
    }
    return *found;
  }

  const float* floats(const std::string& array, std::size_t count) { return numbers<float>(array, count).data(); }

  network::Weights weights(const std::string& name, std::size_t inputs, std::size_t outputs) {
    const std::size_t padded = (outputs + network::column_block - 1) / network::column_block * network::column_block;
    network::Weights w;
    w.packed = numbers<std::int8_t>(name + ".packed", padded * inputs).data();
    w.scale = floats(name + ".scale", padded);
    w.shift = numbers<std::int32_t>(name + ".shift", padded).data();
    w.bias = floats(name + ".bias", padded);
    w.outputs = padded;
    w.inputs = inputs;
    return w;
  }

  Norm norm(const std::string& name) { return {floats(name + ".gain", width), floats(name + ".bias", width)}; }

  ByteTable table(const std::string& name, std::size_t columns) {
    ByteTable out;
    out.rows = numbers<std::int8_t>(name, 0);
    if (const auto scale = numbers<float>(name + ".scale", 1); !scale.empty()) {
      out.scale = scale.front();
    }
    if (!fault_ && out.rows.size() % columns != 0) {
      fault_ = file_.misfit(name);
    }
    return out;
  }

  network::Index index(const std::string& array, std::size_t limit) {
    if (fault_) {
      return {};
    }
    auto found = network::Index::load(file_, array, static_cast<std::uint32_t>(limit));
    if (!found) {
      fault_ = found.error();
      return {};
    }
    return *found;
  }

  // The lines of a text array; an empty array is a fault.
  std::vector<std::string_view> lines(const std::string& array) {
    std::vector<std::string_view> out;
    auto text = file_.bytes(array);
    while (!text.empty()) {
      const auto end = text.find('\n');
      out.push_back(text.substr(0, end));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    if (out.empty()) {
      fail(array);
    }
    return out;
  }

  void fail(const std::string& array) {
    if (!fault_) {
      fault_ = file_.misfit(array);
    }
  }

 private:
  const network::ModelFile& file_;
  std::optional<Error> fault_;
};

TypeParts load_types(Loader& load) {
  TypeParts types;
  types.glove = load.table("types.glove", glove_width);
  types.known = load.table("types.known", known_width);
  types.ngram = load.table("types.ngram", ngram_width);
  if (types.ngram.rows.size() != network::ngram_slots * ngram_width) {
    load.fail("types.ngram");
  }
  types.glove_index = load.index("types.glove.index", types.glove.rows.size() / glove_width);
  types.known_index = load.index("types.known.index", types.known.rows.size() / known_width);
  types.shape = load.floats("types.shape", network::shape_slots * shape_width);
  types.mixing = load.floats("types.mixing", type_width * 2 * width);
  types.bias = load.floats("types.mixing.bias", 2 * width);
  types.norm = load.norm("types.norm");
  return types;
}

void load_encoder(Loader& load, Model::Parts& parts) {
  for (std::size_t i = 0; i < parts.convolutions.size(); ++i) {
    const std::string name = "convolution." + std::to_string(i);
    parts.convolutions[i] = {load.weights(name, 3 * width, width), load.norm(name + ".norm")};
  }
  for (std::size_t layer = 0; layer < parts.lstms.size(); ++layer) {
    const std::size_t inputs = layer == 0 ? width : 2 * hidden;
    for (std::size_t way = 0; way < 2; ++way) {
      const std::string name = "lstm." + std::to_string(layer) + (way == 0 ? ".ahead" : ".back");
      parts.lstms[layer][way] = {load.weights(name + ".input", inputs, 4 * hidden),
                                 load.weights(name + ".state", hidden, 4 * hidden)};
    }
  }
}

void load_tags(Loader& load, Model::Parts& parts) {
  for (const auto line : load.lines("tags.text")) {
    const auto blank = line.find(' ');
    parts.tag_pairs.push_back(
        {upos_named(line.substr(0, blank)), xpos_named(blank == std::string_view::npos ? "" : line.substr(blank + 1))});
  }
  parts.features = load.lines("features.text");
  for (const auto line : load.lines("relations.text")) {
    parts.relations.push_back(relation_named(line));
  }
  if (parts.relations.size() > network::column_block) {
    load.fail("relations.text");
  }
  parts.features_of_tag = load.numbers<std::uint8_t>("tags.features", parts.tag_pairs.size() * parts.features.size());
}

void load_heads(Loader& load, Model::Parts& parts) {
  parts.tagging_words = load.weights("tagging.words", width, tagging_width);
  parts.tagging_context = load.weights("tagging.context", 2 * hidden, tagging_width);
  parts.tags = load.weights("tags", tagging_width, parts.tag_pairs.size() + parts.features.size() + name_tags);
  parts.arcs = load.weights("arcs", 2 * hidden, 2 * arc_width + 2 * label_width);
  parts.biaffine = load.weights("biaffine", arc_width, arc_width);
  parts.labels = load.weights("labels", label_width, parts.relations.size());
  parts.root = load.floats("arcs.root", arc_width + label_width);
}

}  // namespace

Result<Model> Model::load(const network::ModelFile& file) {
  auto parts = std::make_unique<Parts>();
  Loader load(file);
  parts->types = load_types(load);
  parts->gazetteer = {load.index("gazetteer.index", 256), load.floats("gazetteer.rows", gazetteer_bits * width)};
  load_encoder(load, *parts);
  load_tags(load, *parts);
  load_heads(load, *parts);
  if (load.fault()) {
    return *load.fault();
  }
  auto lemmas = Lemmas::load(file);
  if (!lemmas) {
    return lemmas.error();
  }
  parts->lemmas = std::move(*lemmas);
  return Model(std::move(parts));
}

Model::Model(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Model::~Model() = default;
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;

}  // namespace readout::syntax
