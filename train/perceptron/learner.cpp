// Rows of a few cells each in one growing arena, found by an open hash index.
#include "learner.hpp"

#include <algorithm>
#include <cmath>

namespace readout::train {

Learner::Learner(unsigned enough) : index_(std::size_t{1} << 20U, 0), enough_(enough) {}

std::uint32_t Learner::find(std::uint64_t key) const {
  const auto mask = index_.size() - 1;
  for (auto at = (key >> 20U) & mask;; at = (at + 1) & mask) {
    if (index_[at] == 0 || rows_[index_[at] - 1].key == key) {
      return index_[at];
    }
  }
}

void Learner::score(const syntax::Features& features, syntax::Scores& scores) const {
  for (std::size_t at = 0; at < features.size; ++at) {
    __builtin_prefetch(&index_[(features.keys[at] >> 20U) & (index_.size() - 1)]);
  }
  scores.fill(0);
  for (std::size_t at = 0; at < features.size; ++at) {
    const auto found = find(features.keys[at]);
    if (found == 0 || rows_[found - 1].updates < enough_) {
      continue;
    }
    const Row& row = rows_[found - 1];
    for (auto cell = row.first; cell < row.first + row.size; ++cell) {
      scores[label_of(cells_[cell])] += weight_of(cells_[cell]);
    }
  }
}

void Learner::update(const syntax::Features& features, unsigned right, unsigned wrong) {
  for (std::size_t at = 0; at < features.size; ++at) {
    Row& row = row_of(features.keys[at]);
    ++row.updates;
    change(row, right, 1);
    change(row, wrong, -1);
  }
}

Learner::Row& Learner::row_of(std::uint64_t key) {
  if (const auto found = find(key); found != 0) {
    return rows_[found - 1];
  }
  if ((rows_.size() + 1) * 2 > index_.size()) {
    grow_index();
  }
  rows_.push_back({key, 0, 0, 0, 0});
  const auto mask = index_.size() - 1;
  auto at = (key >> 20U) & mask;
  while (index_[at] != 0) {
    at = (at + 1) & mask;
  }
  index_[at] = static_cast<std::uint32_t>(rows_.size());
  return rows_.back();
}

void Learner::grow_index() {
  index_.assign(index_.size() * 2, 0);
  const auto mask = index_.size() - 1;
  for (std::size_t n = 0; n < rows_.size(); ++n) {
    auto at = (rows_[n].key >> 20U) & mask;
    while (index_[at] != 0) {
      at = (at + 1) & mask;
    }
    index_[at] = static_cast<std::uint32_t>(n + 1);
  }
}

void Learner::change(Row& row, unsigned label, std::int32_t by) {
  auto cell = row.first;
  while (cell < row.first + row.size && label_of(cells_[cell]) != label) {
    ++cell;
  }
  if (cell == row.first + row.size) {
    if (row.size == row.room) {
      make_room(row);
    }
    cell = row.first + row.size++;
    cells_[cell] = static_cast<std::int32_t>(label);
    sums_[cell] = {0, time_};
  }
  sums_[cell].total += static_cast<std::int64_t>(weight_of(cells_[cell])) * (time_ - sums_[cell].since);
  sums_[cell].since = time_;
  cells_[cell] += by * 256;
}

void Learner::make_room(Row& row) {
  const auto first = static_cast<std::uint32_t>(cells_.size());
  const auto room = std::max<std::uint16_t>(2, static_cast<std::uint16_t>(row.room * 2));
  cells_.resize(first + room);
  sums_.resize(first + room);
  std::copy_n(cells_.begin() + row.first, row.size, cells_.begin() + first);
  std::copy_n(sums_.begin() + row.first, row.size, sums_.begin() + first);
  row.first = first;
  row.room = room;
}

double Learner::average(std::uint32_t cell) const {
  const auto weight = weight_of(cells_[cell]);
  const auto total = sums_[cell].total + static_cast<std::int64_t>(weight) * (time_ - sums_[cell].since);
  return static_cast<double>(total) / static_cast<double>(std::max<std::uint32_t>(time_, 1));
}

// All but the very largest weights fit the 9 bits that a model has for one.
double Learner::scale() const {
  std::vector<double> sizes;
  for (const Row& row : rows_) {
    for (auto cell = row.first; row.updates >= enough_ && cell < row.first + row.size; ++cell) {
      sizes.push_back(std::abs(average(cell)));
    }
  }
  if (sizes.empty()) {
    return 1;
  }
  const auto large = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() - 1 - sizes.size() / 20000);
  std::nth_element(sizes.begin(), large, sizes.end());
  return 255.0 / std::max(*large, 1e-3);
}

syntax::TableBuilder Learner::pack(double least) const {
  const auto by = scale();
  std::vector<std::pair<std::uint64_t, std::vector<std::uint16_t>>> kept;
  for (const Row& row : rows_) {
    std::vector<std::uint16_t> entries;
    for (auto cell = row.first; row.updates >= enough_ && cell < row.first + row.size; ++cell) {
      const auto weight = average(cell) * by;
      if (std::abs(weight) >= least) {
        const auto whole = static_cast<int>(std::lround(std::clamp(weight, -255.0, 255.0)));
        entries.push_back(syntax::pack_weight(label_of(cells_[cell]), whole));
      }
    }
    if (!entries.empty()) {
      kept.emplace_back(row.key, std::move(entries));
    }
  }
  syntax::TableBuilder builder(kept.size());
  for (const auto& [key, entries] : kept) {
    builder.add(key, entries);
  }
  return builder;
}

}  // namespace readout::train
