// Mapping, and the checks that make a broken file an error and never a crash.
#include "network/model_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <utility>
#include <vector>

namespace readout::network {

namespace {

constexpr std::string_view magic = "READOUTM";
constexpr std::uint32_t version = 1;
constexpr const char* remedy = "install Readout again, or train the model again (train/README.md)";

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t arrays;
  std::uint64_t size;      // of the whole file
  std::uint64_t checksum;  // of everything behind the header
};
static_assert(sizeof(Header) == 32);

struct Entry {
  std::array<char, 48> name;  // filled up with zeros
  std::uint64_t begin;        // in the file; a multiple of 64
  std::uint64_t size;         // bytes
};
static_assert(sizeof(Entry) == 64);

std::uint64_t word_at(std::string_view bytes, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
  return word;
}

}  // namespace

std::uint64_t checksum_of(std::string_view bytes) {
  constexpr std::uint64_t prime = 0x9E3779B97F4A7C15U;
  std::array<std::uint64_t, 4> sum{1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    for (std::size_t i = 0; i < 4; ++i) {
      sum[i] = (sum[i] ^ word_at(bytes, at + 8 * i)) * prime;
    }
  }
  for (; at < bytes.size(); at += 8) {
    sum[0] = (sum[0] ^ word_at(bytes, at)) * prime;
  }
  std::uint64_t mixed = bytes.size();
  for (const auto part : sum) {
    mixed = (mixed ^ (part >> 29U) ^ part) * prime;
  }
  return mixed;
}

std::string bytes_of_arrays(const std::map<std::string, std::string_view>& arrays) {
  const auto to_64 = [](std::size_t size) { return (size + 63) / 64 * 64; };
  std::vector<Entry> entries;
  std::size_t end = to_64(sizeof(Header) + arrays.size() * sizeof(Entry));
  for (const auto& [name, bytes] : arrays) {
    Entry entry{{}, end, bytes.size()};
    name.copy(entry.name.data(), entry.name.size() - 1);
    entries.push_back(entry);
    end = to_64(end + bytes.size());
  }
  std::string out(end, '\0');
  std::memcpy(out.data() + sizeof(Header), entries.data(), entries.size() * sizeof(Entry));
  for (std::size_t i = 0; const auto& [name, bytes] : arrays) {
    bytes.copy(out.data() + entries[i++].begin, bytes.size());
  }
  Header header{{},
                version,
                static_cast<std::uint32_t>(arrays.size()),
                end,
                checksum_of(std::string_view(out).substr(sizeof(Header)))};
  magic.copy(header.magic.data(), magic.size());
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

Result<ModelFile> ModelFile::map(const std::filesystem::path& file) {
  const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about {};
  if (handle < 0 || ::fstat(handle, &about) != 0) {
    const std::string why = std::strerror(errno);
    if (handle >= 0) {
      ::close(handle);
    }
    return Error{file.string(), 0, "the model cannot be opened: " + why, remedy};
  }
  ModelFile model;
  model.name_ = file.string();
  model.mapped_ = static_cast<std::size_t>(about.st_size);
  void* mapping = model.mapped_ == 0 ? MAP_FAILED : ::mmap(nullptr, model.mapped_, PROT_READ, MAP_PRIVATE, handle, 0);
  ::close(handle);
  if (mapping == MAP_FAILED) {
    model.mapped_ = 0;
    return Error{file.string(), 0, "the model is empty or cannot be mapped", remedy};
  }
  model.mapping_ = mapping;
  if (auto read = model.read({static_cast<const char*>(mapping), model.mapped_}); !read) {
    return read.error();
  }
  return model;
}

Result<ModelFile> ModelFile::view(std::string_view bytes, std::string name) {
  ModelFile model;
  model.name_ = std::move(name);
  if (auto read = model.read(bytes); !read) {
    return read.error();
  }
  return model;
}

Status ModelFile::read(std::string_view bytes) {
  const auto broken = [&](const char* what) { return Error{name_, 0, what, remedy}; };
  Header header{};
  if (bytes.size() < sizeof header || !bytes.starts_with(magic)) {
    return broken("this is no model of Readout");
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.version != version) {
    return broken("this model is of another version");
  }
  if (header.size != bytes.size() || header.checksum != checksum_of(bytes.substr(sizeof header))) {
    return broken("this model was cut or changed");
  }
  if (header.arrays > (bytes.size() - sizeof header) / sizeof(Entry)) {
    return broken("this model lists more arrays than it can hold");
  }
  // The first array begins right behind the last entry: a count that was changed does not fit.
  const std::size_t behind = (sizeof header + header.arrays * sizeof(Entry) + 63) / 64 * 64;
  for (std::uint32_t i = 0; i < header.arrays; ++i) {
    Entry entry{};
    std::memcpy(&entry, bytes.data() + sizeof header + i * sizeof entry, sizeof entry);
    if (entry.name.back() != '\0' || entry.begin % 64 != 0 || entry.begin > bytes.size() ||
        (i == 0 && entry.begin != behind) || entry.size > bytes.size() - entry.begin) {
      return broken("an array of this model lies outside the file");
    }
    arrays_[entry.name.data()] = bytes.substr(entry.begin, entry.size);
  }
  return ok();
}

std::string_view ModelFile::bytes(std::string_view array) const {
  const auto found = arrays_.find(array);
  return found == arrays_.end() ? std::string_view{} : found->second;
}

Error ModelFile::misfit(std::string_view array) const {
  return Error{name_, 0, "array " + std::string(array) + " is missing or of the wrong size", remedy};
}

ModelFile::~ModelFile() {
  if (mapping_ != nullptr) {
    ::munmap(mapping_, mapped_);
  }
}

ModelFile::ModelFile(ModelFile&& other) noexcept
    : name_(std::move(other.name_)),
      arrays_(std::move(other.arrays_)),
      mapping_(std::exchange(other.mapping_, nullptr)),
      mapped_(std::exchange(other.mapped_, 0)) {}

ModelFile& ModelFile::operator=(ModelFile&& other) noexcept {
  std::swap(name_, other.name_);
  std::swap(arrays_, other.arrays_);
  std::swap(mapping_, other.mapping_);
  std::swap(mapped_, other.mapped_);
  return *this;
}

}  // namespace readout::network
