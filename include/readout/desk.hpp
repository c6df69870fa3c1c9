// Questions to a store, as a desk asks them. Reads only; the same store gives the same answer, in the same order.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "readout/answer.hpp"
#include "readout/result.hpp"

namespace readout {

// Days as YYYY-MM-DD, both belong to it; empty: open.
struct Period {
  std::string since, until;
};

class Desk {
 public:
  struct State;

  static Result<Desk> open(const std::string& store);
  ~Desk();
  Desk(Desk&&) noexcept;

  // "usa" and "United States" → "USA"; an organization's six letters stay. An error when no report knows it.
  Result<std::string> party(const std::string& name) const;

  // Statements and reports with all of the words; words in quotation marks stand together, "sanct*" is a beginning. The
  // best first, at most `most` of each (0: all).
  Result<Answer> search(const std::string& words, const Period& period, std::size_t most) const;

  // What two parties did and said toward each other, day by day. `issue`: an issue's id, or a word of the sentence.
  Result<Answer> timeline(const std::string& a, const std::string& b, const std::string& issue,
                          const Period& period) const;

  // Offices, contacts, statements and other acts of somebody.
  Result<Answer> who(const std::string& name, const Period& period) const;

  // What happened between two parties, who said what by whose account, new positions, first contacts, contradictions
  // between accounts, what could not be read.
  Result<Answer> brief(const std::string& a, const std::string& b, const Period& period) const;

  // Each ordered pair of different parties that has an event in the period, each month from the first to the last.
  Result<std::vector<PanelRow>> panel(const Period& period) const;

 private:
  explicit Desk(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace readout
