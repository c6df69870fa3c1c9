// The model file: named arrays, mapped into memory and used as they lie (docs/model_format.md). Little-endian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "readout/result.hpp"

namespace readout::network {

// Owns the mapping; arrays and sections point into it. Immutable, shared by any number of threads.
class ModelFile {
 public:
  // Checks magic, version, size, checksum, and that every array lies inside the file.
  static Result<ModelFile> map(const std::filesystem::path& file);
  // The same over bytes that the caller keeps alive, aligned to 64; `name` stands for the file in errors.
  static Result<ModelFile> view(std::string_view bytes, std::string name);

  ~ModelFile();
  ModelFile(ModelFile&& other) noexcept;
  ModelFile& operator=(ModelFile&& other) noexcept;
  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  // The bytes of an array; empty where the file has none of that name.
  [[nodiscard]] std::string_view bytes(std::string_view array) const;

  // An array as numbers; an error names it when it is missing or has another length than `count` (0: any but none).
  template <typename T>
  [[nodiscard]] Result<std::span<const T>> numbers(std::string_view array, std::size_t count = 0) const {
    const auto found = bytes(array);
    if (found.empty() || found.size() % sizeof(T) != 0 || (count != 0 && found.size() != count * sizeof(T))) {
      return misfit(array);
    }
    return std::span<const T>(reinterpret_cast<const T*>(found.data()), found.size() / sizeof(T));
  }

  [[nodiscard]] Error misfit(std::string_view array) const;

 private:
  ModelFile() = default;
  Status read(std::string_view bytes);

  std::string name_;
  std::map<std::string, std::string_view, std::less<>> arrays_;
  void* mapping_ = nullptr;
  std::size_t mapped_ = 0;
};

// The bytes of a file of these arrays, for ModelFile::map().
[[nodiscard]] std::string bytes_of_arrays(const std::map<std::string, std::string_view>& arrays);

// Tells a changed or cut file: four sums over 8-byte words, mixed.
[[nodiscard]] std::uint64_t checksum_of(std::string_view bytes);

}  // namespace readout::network
