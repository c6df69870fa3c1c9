// Dyads and words, from the rows alone: the same for a report that is just read and for one of an older store.
#include "record/derive.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace readout::record {

namespace {

using Parties = std::set<std::string_view>;

class Deriving {
 public:
  explicit Deriving(const Record& record) : record_(record) {
    for (const auto& row : record.actors) {
      actors_.emplace(row.id, &row);
      if (!party_of(row).empty()) {
        for (const Span mention : row.mentions) {
          mentions_.emplace_back(mention.begin, party_of(row));
        }
      }
    }
    std::sort(mentions_.begin(), mentions_.end());
  }

  std::vector<Dyad> dyads() {
    for (std::size_t nr = 0; nr < record_.acts.size(); ++nr) {
      seen_.clear();
      nr_ = static_cast<std::uint32_t>(nr);
      const ActRow& act = record_.acts[nr];
      act.kind == ActKind::event ? event(act) : statement(act);
    }
    return std::move(out_);
  }

 private:
  // What a newspaper says is not its country's position.
  static bool is_press(const ActorRow& row) { return row.kind == "outlet" || row.sector == "MED"; }

  static std::string_view party_of(const ActorRow& row) {
    if (is_press(row)) {
      return {};
    }
    if (!row.country.empty()) {
      return row.country;
    }
    const std::string_view code = row.code;
    return code.size() >= 6 && (code.starts_with("IGO") || code.starts_with("NGO")) ? code.substr(0, 6)
                                                                                    : std::string_view();
  }

  // A group stands for its members, a spokesman for whom he speaks.
  void add_parties(std::string_view id, Parties& parties, unsigned depth = 0) const {
    const auto found = actors_.find(id);
    if (found == actors_.end() || depth > 3 || is_press(*found->second)) {
      return;
    }
    const ActorRow& row = *found->second;
    if (const auto party = party_of(row); !party.empty()) {
      parties.insert(party);
      return;
    }
    for (const auto& member : row.members) {
      add_parties(member, parties, depth + 1);
    }
    add_parties(row.on_behalf_of, parties, depth + 1);
  }

  [[nodiscard]] Parties parties_of(const std::vector<std::string>& ids) const {
    Parties parties;
    for (const auto& id : ids) {
      add_parties(id, parties);
    }
    return parties;
  }

  [[nodiscard]] const std::string& day_of(const ActRow& act) const {
    return !act.when_earliest.empty() ? act.when_earliest
           : !act.when_latest.empty() ? act.when_latest
                                      : record_.document.date;
  }

  void add(const ActRow& act, std::string_view source, std::string_view target, std::string_view relation) {
    if (seen_.emplace(source, target).second) {
      out_.push_back({std::string(source), std::string(target), day_of(act), nr_, relation});
    }
  }

  void event(const ActRow& act) {
    const Parties actors = parties_of(act.actor);
    for (const auto source : actors) {
      for (const auto target : parties_of(act.recipient)) {
        add(act, source, target, "act");
      }
    }
    if (!act.symmetric) {
      return;
    }
    for (const auto one : actors) {
      for (const auto other : actors) {
        if (one != other) {
          add(act, one, other, "with");
        }
      }
    }
    if (actors.size() == 1 && act.actor.size() > 1) {  // among themselves
      add(act, *actors.begin(), *actors.begin(), "with");
    }
  }

  void statement(const ActRow& act) {
    Parties speakers;
    add_parties(act.speaker, speakers);
    if (speakers.empty()) {
      return;
    }
    Parties addressed;
    add_parties(act.addressee, addressed);
    Parties named;
    for (const Span part : act.content) {
      for (auto at = std::lower_bound(mentions_.begin(), mentions_.end(), std::pair{part.begin, std::string_view()});
           at != mentions_.end() && at->first < part.end; ++at) {
        named.insert(at->second);
      }
    }
    for (const auto speaker : speakers) {
      for (const auto target : addressed) {
        add(act, speaker, target, "to");
      }
      for (const auto target : named) {
        if (target != speaker) {
          add(act, speaker, target, "about");
        }
      }
    }
  }

  const Record& record_;
  std::map<std::string_view, const ActorRow*> actors_;
  std::vector<std::pair<std::uint32_t, std::string_view>> mentions_;  // where, which party
  std::set<std::pair<std::string_view, std::string_view>> seen_;      // of the act at hand
  std::uint32_t nr_ = 0;
  std::vector<Dyad> out_;
};

}  // namespace

std::vector<Dyad> dyads_of(const Record& record) {
  return Deriving(record).dyads();
}

std::string words_of(const Record& record, const ActRow& statement) {
  std::string words;
  for (const Span part : statement.content) {
    if (part.begin < part.end && part.end <= record.text.size()) {
      words += words.empty() ? "" : " ";
      words += slice(record.text, part);
    }
  }
  return words;
}

}  // namespace readout::record
