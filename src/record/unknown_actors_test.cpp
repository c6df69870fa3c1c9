// Who is missing in the tables, over several records.
#include "readout/unknown_actors.hpp"

#include <gtest/gtest.h>

namespace readout {
namespace {

Record record_of(std::string name, std::string text, std::string actor, std::vector<Span> mentions) {
  Record record;
  record.document.name = std::move(name);
  record.text = std::move(text);
  ActorRow row;
  row.kind = "person";
  row.name = std::move(actor);
  row.country = "FRA";
  row.mentions = std::move(mentions);
  record.actors.push_back(row);
  return record;
}

TEST(UnknownActors, AreRankedByReportsAndMentions) {
  UnknownActors unknown;
  unknown.add(record_of("r1", "Hm. Trade minister Ana Nobody spoke.\nShe left.", "Ana Nobody", {{4, 29}, {37, 40}}));
  unknown.add(record_of("r2", "Ana Nobody spoke.", "Ana Nobody", {{0, 10}}));
  unknown.add(record_of("r2", "Bo Nobody spoke.", "Bo Nobody", {{0, 9}}));
  const auto ranked = unknown.ranked();
  ASSERT_EQ(ranked.size(), 2U);
  EXPECT_EQ(
      ranked[0],
      (UnknownActor{
          "Ana Nobody", "person", "FRA", "", {"Trade minister"}, 2, 3, "Trade minister Ana Nobody spoke.", "r1"}));
  EXPECT_EQ(ranked[1].name, "Bo Nobody");
}

TEST(UnknownActors, WhoIsKnownOrHasNoNameIsNotAmongThem) {
  UnknownActors unknown;
  for (const auto* name : {"55-member", "two leaders", "leaders of Africa"}) {
    unknown.add(record_of("r", "Words.", name, {{0, 5}}));
  }
  Record known = record_of("r", "Words.", "Ana Nobody", {{0, 5}});
  known.actors.front().entity = "person:ana";
  unknown.add(known);
  known = record_of("r", "Words.", "Ana Nobody", {{0, 5}});
  known.actors.front().anonymous = true;
  unknown.add(known);
  known = record_of("r", "Words.", "Paris Mall", {{0, 5}});
  known.actors.front().kind = "place";
  unknown.add(known);
  EXPECT_TRUE(unknown.ranked().empty());
}

}  // namespace
}  // namespace readout
