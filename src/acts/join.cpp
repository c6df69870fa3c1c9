// A telling joins the latest earlier event of its kind that its parties, time and status do not speak against. Looking
// back is bounded, so that a report of any length stays linear.
#include "acts/join.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace readout::acts {

namespace {

constexpr std::size_t look_back = 64;  // events

std::string_view root(std::string_view cameo) {
  return cameo.substr(0, 2);
}

// The same kind of act: one code is the other's parent or sibling under one root that is told by the same words
// ("talks", "a call"). Consultations are one family; elsewhere three digits must agree.
bool same_kind(const Event& a, const Event& b) {
  if (root(a.cameo) != root(b.cameo)) {
    return false;
  }
  if (root(a.cameo) == "04") {
    const auto general = [](const Event& event) { return event.cameo == "040" || event.cameo == "046"; };  // "talks"
    return a.cameo == b.cameo || general(a) || general(b);
  }
  return std::string_view(a.cameo).substr(0, 3) == std::string_view(b.cameo).substr(0, 3);
}

// A group counts as its members too: "the two leaders" met when Biden met Xi.
std::vector<ActorId> spread(const Actors& actors, const std::vector<ActorId>& ids) {
  std::vector<ActorId> out;
  for (const ActorId id : ids) {
    const auto& members = actors.actors[id].members;
    if (members.empty()) {
      out.push_back(id);
    }
    out.insert(out.end(), members.begin(), members.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// A leader stands for the state and the state for its leader: compared by country where both have one.
bool same_party(const Actors& actors, ActorId a, ActorId b) {
  if (a == b) {
    return true;
  }
  const Actor& x = actors.actors[a];
  const Actor& y = actors.actors[b];
  const bool states_man = (x.kind == ActorKind::state) != (y.kind == ActorKind::state);
  return states_man && !x.country.empty() && x.country == y.country && (x.sector.empty() || x.sector == "GOV") &&
         (y.sector.empty() || y.sector == "GOV");
}

bool covers(const Actors& actors, const std::vector<ActorId>& more, const std::vector<ActorId>& fewer) {
  return std::all_of(fewer.begin(), fewer.end(), [&](ActorId wanted) {
    return std::any_of(more.begin(), more.end(), [&](ActorId have) { return same_party(actors, have, wanted); });
  });
}

bool agree(const Actors& actors, const std::vector<ActorId>& left, const std::vector<ActorId>& right) {
  const auto a = spread(actors, left);
  const auto b = spread(actors, right);
  return covers(actors, a, b) || covers(actors, b, a);
}

bool parties_agree(const Actors& actors, const Event& a, const Event& b) {
  if (a.symmetric || b.symmetric) {
    const auto all = [](const Event& event) {
      auto ids = event.actor;
      ids.insert(ids.end(), event.recipient.begin(), event.recipient.end());
      return ids;
    };
    return agree(actors, all(a), all(b));
  }
  // One open side is filled by the other telling; two different names are two acts.
  return agree(actors, a.actor, b.actor) && agree(actors, a.recipient, b.recipient) &&
         (!a.actor.empty() || !a.recipient.empty()) && (!b.actor.empty() || !b.recipient.empty());
}

bool times_agree(const When& a, const When& b) {
  const bool before = a.latest && b.earliest && *a.latest < *b.earliest;
  const bool after = b.latest && a.earliest && *b.latest < *a.earliest;
  return !before && !after;
}

bool real(ActStatus status) {
  return status == ActStatus::happened || status == ActStatus::ongoing || status == ActStatus::presupposed;
}

bool statuses_agree(ActStatus a, ActStatus b) {
  return a == b || (real(a) && real(b));
}

std::size_t weight(const When& when) {
  return (when.time != When::no_time ? 4U : 0U) + (when.earliest && when.latest ? 2U : 0U);
}

void add_missing(std::vector<ActorId>& to, const std::vector<ActorId>& from) {
  for (const ActorId id : from) {
    if (std::find(to.begin(), to.end(), id) == to.end()) {
      to.push_back(id);
    }
  }
}

// Takes over what `other` knows better.
void enrich(Event& event, const Event& other, bool echo) {
  for (const Span span : other.evidence) {
    if (std::find(event.evidence.begin(), event.evidence.end(), span) == event.evidence.end()) {
      event.evidence.push_back(span);
    }
  }
  if (event.duration.empty()) {
    event.duration = other.duration;
  }
  if (event.ordinal == 0) {
    event.ordinal = other.ordinal;
  }
  if (event.place.empty()) {
    event.place = other.place;
  }
  if (echo) {
    return;
  }
  if (other.cameo.size() > event.cameo.size() || (event.cameo.ends_with('0') && !other.cameo.ends_with('0'))) {
    event.cameo = other.cameo;
    event.plover_type = other.plover_type;
    event.plover_mode = other.plover_mode;
    event.plover_context = other.plover_context;
    event.quad = other.quad;
    event.goldstein = other.goldstein;
    event.rule = other.rule;
  }
  if (event.channel.empty()) {
    event.channel = other.channel;
  }
  if (weight(other.when) > weight(event.when)) {
    event.when = other.when;
  }
  if (event.status == ActStatus::presupposed && other.status == ActStatus::happened) {
    event.status = other.status;
  }
  add_missing(event.initiator, other.initiator);
  if (event.actor.empty()) {
    event.actor = other.actor;
  }
  if (event.recipient.empty() && !event.symmetric) {
    event.recipient = other.recipient;
  }
}

bool named_twice(const std::vector<ActorId>& ids) {
  return ids.size() >= 2;
}

// A body sentence leads before the title; a telling with names before one with a group.
bool leads(const Document& document, const Event& a, const Event& b) {
  const auto in_title = [&](const Event& event) { return document.report.title_span.contains(event.sentence); };
  if (in_title(a) != in_title(b)) {
    return !in_title(a);
  }
  return a.symmetric && b.symmetric && named_twice(a.actor) && !named_twice(b.actor);
}

}  // namespace

std::vector<Event> join(const Document& document, std::vector<Telling> tellings) {
  std::vector<Event> events;
  for (Telling& telling : tellings) {
    Event& now = telling.event;
    Event* same = nullptr;
    const std::size_t first = events.size() > look_back ? events.size() - look_back : 0;
    for (std::size_t i = events.size(); i > first && same == nullptr; --i) {
      Event& earlier = events[i - 1];
      const bool kin = same_kind(earlier, now);
      if (telling.echo ? kin && real(earlier.status)
                       : kin && parties_agree(document.actors, earlier, now) && times_agree(earlier.when, now.when) &&
                             statuses_agree(earlier.status, now.status)) {
        same = &earlier;
      }
    }
    if (same == nullptr) {
      if (!telling.echo) {
        events.push_back(std::move(now));
      }
      continue;
    }
    if (!telling.echo && leads(document, now, *same)) {
      std::swap(*same, now);
    }
    enrich(*same, now, telling.echo);
  }
  return events;
}

}  // namespace readout::acts
