// An averaged perceptron over hashed features: weights that grow by updates, and their averages as a table for the
// model.
#pragma once

#include <cstdint>
#include <vector>

#include "syntax/table.hpp"
#include "syntax/weights.hpp"

namespace readout::train {

class Learner {
 public:
  // A feature counts once it has been updated `enough` times (Goldberg and Elhadad 2011): smaller and no worse.
  explicit Learner(unsigned enough);

  void score(const syntax::Features& features, syntax::Scores& scores) const;
  void update(const syntax::Features& features, unsigned right, unsigned wrong);
  void tick() { ++time_; }

  // The averaged weights, scaled to whole numbers; what comes out below `least` of a whole is left away.
  [[nodiscard]] syntax::TableBuilder pack(double least) const;

 private:
  struct Row {
    std::uint64_t key = 0;
    std::uint32_t first = 0;  // in cells_ and sums_
    std::uint16_t size = 0;
    std::uint16_t room = 0;
    std::uint32_t updates = 0;
  };
  struct Sum {
    std::int64_t total = 0;
    std::uint32_t since = 0;
  };
  // A cell is a label (8 bits) below a weight (24 bits, signed).
  static unsigned label_of(std::int32_t cell) { return static_cast<unsigned>(cell) & 0xFFU; }
  static std::int32_t weight_of(std::int32_t cell) { return cell >> 8; }

  [[nodiscard]] std::uint32_t find(std::uint64_t key) const;
  Row& row_of(std::uint64_t key);
  void grow_index();
  void change(Row& row, unsigned label, std::int32_t by);
  void make_room(Row& row);
  [[nodiscard]] double average(std::uint32_t cell) const;
  [[nodiscard]] double scale() const;

  std::vector<std::uint32_t> index_;  // 0: empty, else row + 1
  std::vector<Row> rows_;
  std::vector<std::int32_t> cells_;
  std::vector<Sum> sums_;
  std::uint32_t time_ = 0;
  unsigned enough_;
};

}  // namespace readout::train
