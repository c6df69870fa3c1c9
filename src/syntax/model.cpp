// Reading and writing the model file. Everything a later look-up relies on is checked here once, so that a cut or
// altered file is an error and never a crash.
#include "syntax/model.hpp"

#include <fmt/format.h>

#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <utility>

#include "syntax/hash.hpp"
#include "syntax/tag_features.hpp"
#include "syntax/transitions.hpp"

namespace readout::syntax {

namespace {

static_assert(std::endian::native == std::endian::little, "the model file is little-endian and read as it lies");

constexpr std::uint64_t magic = 0x31584E5953444552ULL;  // "REDSYNX1"
constexpr std::uint32_t version = 1;
constexpr std::size_t table_count = 4;
constexpr std::size_t longest_addition = 64;

struct Header {
  std::uint64_t magic;
  std::uint32_t version;
  std::uint32_t tag_count;
  std::uint64_t size;      // of the file
  std::uint64_t checksum;  // of the whole file, with this field as 0
  std::uint64_t names;     // of the tag and relation names that numbers stand for
  std::uint32_t script_count;
  std::uint32_t script_bytes;
  std::uint32_t slots[table_count];
  std::uint32_t entries[table_count];
};
static_assert(sizeof(Header) == 80);

constexpr std::size_t padded(std::size_t size) {
  return (size + 7) / 8 * 8;
}

std::uint64_t checksum_of(const unsigned char* bytes, std::size_t size, std::uint64_t sum) {
  for (std::size_t at = 0; at + 8 <= size; at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes + at, 8);
    sum = mix(std::rotl(sum, 5), word);
  }
  return sum;
}

// Over header and body, with the checksum's own field empty.
std::uint64_t checksum_of(Header header, const unsigned char* body, std::size_t body_size) {
  header.checksum = 0;
  const auto sum = checksum_of(reinterpret_cast<const unsigned char*>(&header), sizeof(Header), body_size);
  return checksum_of(body, body_size, sum);
}

std::uint64_t names_hash() {
  std::uint64_t sum = relation_count;
  for (unsigned i = 0; i <= static_cast<unsigned>(Upos::x); ++i) {
    sum = hash_of(name_of(static_cast<Upos>(i)), sum);
  }
  for (unsigned i = 0; i <= static_cast<unsigned>(Xpos::hash); ++i) {
    sum = hash_of(name_of(static_cast<Xpos>(i)), sum);
  }
  for (unsigned i = 0; i < relation_count; ++i) {
    sum = hash_of(name_of(static_cast<Relation>(i)), sum);
  }
  return sum;
}

Error broken(const std::string& name, std::string what) {
  return Error{name, 0, std::move(what),
               "take the model file that came with this version, or train it again (train/README.md)"};
}

// Takes parts off the front of the file; each begins at a multiple of 8 bytes.
class Cursor {
 public:
  Cursor(const unsigned char* at, std::size_t left) : at_(at), left_(left) {}
  const unsigned char* take(std::size_t size) {
    if (padded(size) > left_) {
      return nullptr;
    }
    left_ -= padded(size);
    return std::exchange(at_, at_ + padded(size));
  }
  [[nodiscard]] bool is_at_end() const { return left_ == 0; }

 private:
  const unsigned char* at_;
  std::size_t left_;
};

std::optional<Table> take_table(Cursor& cursor, std::uint32_t slots, std::uint32_t entries) {
  const auto* slot_bytes = cursor.take(Table::slot_size * std::size_t{slots});
  const auto* entry_bytes = cursor.take(2 * std::size_t{entries});
  if (slot_bytes == nullptr || entry_bytes == nullptr) {
    return std::nullopt;
  }
  const Table table(slot_bytes, slots, reinterpret_cast<const std::uint16_t*>(entry_bytes), entries);
  return table.is_sound() ? std::optional(table) : std::nullopt;
}

bool read_tags(const unsigned char* bytes, std::size_t count, std::vector<TagPair>& tags) {
  for (std::size_t at = 0; at < count; ++at) {
    if (bytes[2 * at] > static_cast<unsigned>(Upos::x) || bytes[2 * at + 1] > static_cast<unsigned>(Xpos::hash)) {
      return false;
    }
    tags.push_back({static_cast<Upos>(bytes[2 * at]), static_cast<Xpos>(bytes[2 * at + 1])});
  }
  return true;
}

// A script: as written or not, bytes to cut, length of the addition, the addition.
bool read_scripts(std::string_view bytes, std::size_t count, std::vector<LemmaScript>& scripts) {
  for (std::size_t n = 0; n < count; ++n) {
    if (bytes.size() < 3) {
      return false;
    }
    const auto length = static_cast<unsigned char>(bytes[2]);
    if (length > longest_addition || bytes.size() < 3U + length) {
      return false;
    }
    scripts.push_back({bytes[0] != 0, static_cast<std::uint8_t>(bytes[1]), std::string(bytes.substr(3, length))});
    bytes.remove_prefix(3U + length);
  }
  return true;
}

bool all_below(std::span<const std::uint16_t> entries, std::size_t limit) {
  for (const auto entry : entries) {
    if (entry >= limit) {
      return false;
    }
  }
  return true;
}

// Fills `parts` from its bytes; false when they are not what the header says.
bool unpack(const Header& header, std::size_t size, Model::Parts& parts) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(parts.bytes.data());
  Cursor cursor(bytes + sizeof(Header), size - sizeof(Header));
  const auto* tags = cursor.take(2 * std::size_t{header.tag_count});
  const auto* scripts = cursor.take(header.script_bytes);
  if (tags == nullptr || scripts == nullptr || !read_tags(tags, header.tag_count, parts.tags)) {
    return false;
  }
  std::vector<LemmaScript> lemma_scripts;
  const std::string_view script_text(reinterpret_cast<const char*>(scripts), header.script_bytes);
  if (!read_scripts(script_text, header.script_count, lemma_scripts)) {
    return false;
  }
  std::array<Table, table_count> tables;
  for (std::size_t n = 0; n < table_count; ++n) {
    const auto table = take_table(cursor, header.slots[n], header.entries[n]);
    if (!table) {
      return false;
    }
    tables[n] = *table;
  }
  if (!cursor.is_at_end() || !all_below(tables[3].entries(), lemma_scripts.size())) {
    return false;
  }
  for (std::size_t at = 1; at < tables[0].entries().size(); at += 2) {
    if (const auto tag = tables[0].entries()[at]; tag != no_tag && tag >= parts.tags.size()) {
      return false;
    }
  }
  parts.kinds = tables[0];
  parts.tagger = Weights(tables[1]);
  parts.moves = Weights(tables[2]);
  parts.lemmas = Lemmas(tables[3], std::move(lemma_scripts));
  return true;
}

Result<Header> check(const std::vector<std::uint64_t>& bytes, std::size_t size, const std::string& name) {
  Header header{};
  if (size < sizeof(Header)) {
    return broken(name, "is too short for a syntax model");
  }
  std::memcpy(&header, bytes.data(), sizeof(Header));
  if (header.magic != magic) {
    return broken(name, "is not a syntax model");
  }
  if (header.version != version) {
    return broken(name, fmt::format("has format version {}, this program reads {}", header.version, version));
  }
  if (header.size != size || size % 8 != 0) {
    return broken(name, fmt::format("holds {} bytes where its header says {}", size, header.size));
  }
  if (header.names != names_hash()) {
    return broken(name, "was made for another set of tags and relations");
  }
  if (header.tag_count == 0 || header.tag_count >= no_tag - 1U) {
    return broken(name, fmt::format("has {} tags", header.tag_count));
  }
  const auto* body = reinterpret_cast<const unsigned char*>(bytes.data()) + sizeof(Header);
  if (header.checksum != checksum_of(header, body, size - sizeof(Header))) {
    return broken(name, "is damaged: its checksum does not match");
  }
  return header;
}

Result<std::unique_ptr<const Model::Parts>> open(std::unique_ptr<Model::Parts> parts, std::size_t size,
                                                 const std::string& name) {
  const auto header = check(parts->bytes, size, name);
  if (!header) {
    return header.error();
  }
  if (!unpack(*header, size, *parts)) {
    return broken(name, "is damaged: its parts do not fit together");
  }
  return std::unique_ptr<const Model::Parts>(std::move(parts));
}

void append_padded(std::string& out, const void* data, std::size_t size) {
  out.append(static_cast<const char*>(data), size);
  out.append(padded(size) - size, '\0');
}

}  // namespace

Model::Model(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Model::~Model() = default;
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;

Result<Model> Model::from_bytes(std::string_view bytes, std::string name) {
  auto parts = std::make_unique<Parts>();
  parts->bytes.resize(padded(bytes.size()) / 8);
  if (!bytes.empty()) {
    std::memcpy(parts->bytes.data(), bytes.data(), bytes.size());
  }
  auto opened = open(std::move(parts), bytes.size(), name);
  if (!opened) {
    return opened.error();
  }
  return Model(std::move(*opened));
}

Result<Model> Model::load(const std::filesystem::path& model_file) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(model_file, failed);
  std::ifstream in(model_file, std::ios::binary);
  if (failed || !in) {
    return broken(model_file.string(),
                  fmt::format("cannot be opened: {}", failed ? failed.message() : std::strerror(errno)));
  }
  constexpr std::uint64_t most = 1ULL << 30U;
  auto parts = std::make_unique<Parts>();
  parts->bytes.resize(padded(std::min<std::uint64_t>(size, most)) / 8);
  in.read(reinterpret_cast<char*>(parts->bytes.data()),
          static_cast<std::streamsize>(std::min<std::uint64_t>(size, most)));
  auto opened = open(std::move(parts), static_cast<std::size_t>(in.gcount()), model_file.string());
  if (!opened) {
    return opened.error();
  }
  return Model(std::move(*opened));
}

std::string to_bytes(const ModelContent& content) {
  Header header{};
  header.magic = magic;
  header.version = version;
  header.names = names_hash();
  header.tag_count = static_cast<std::uint32_t>(content.tags.size());
  header.script_count = static_cast<std::uint32_t>(content.scripts.size());
  std::string tags;
  for (const auto pair : content.tags) {
    tags += static_cast<char>(pair.upos);
    tags += static_cast<char>(pair.xpos);
  }
  std::string scripts;
  for (const auto& script : content.scripts) {
    scripts += static_cast<char>(script.as_written ? 1 : 0);
    scripts += static_cast<char>(script.cut);
    scripts += static_cast<char>(std::min(script.add.size(), longest_addition));
    scripts += script.add.substr(0, longest_addition);
  }
  header.script_bytes = static_cast<std::uint32_t>(scripts.size());
  std::string body;
  append_padded(body, tags.data(), tags.size());
  append_padded(body, scripts.data(), scripts.size());
  const std::array tables{content.kinds, content.tagger, content.moves, content.lemmas};
  for (std::size_t n = 0; n < table_count; ++n) {
    header.slots[n] = tables[n]->slot_count;
    header.entries[n] = static_cast<std::uint32_t>(tables[n]->entries.size());
    append_padded(body, tables[n]->slots.data(), tables[n]->slots.size());
    append_padded(body, tables[n]->entries.data(), 2 * tables[n]->entries.size());
  }
  header.size = sizeof(Header) + body.size();
  header.checksum = checksum_of(header, reinterpret_cast<const unsigned char*>(body.data()), body.size());
  return std::string(reinterpret_cast<const char*>(&header), sizeof(Header)) + body;
}

std::uint64_t kind_key(std::uint32_t form) {
  return key(0x2001, form);
}

}  // namespace readout::syntax
