// How close the network's products come to what the processor can do: the product that an LSTM layer begins with, the
// product of one recurrent step, and the steps of the cells, for each kind of kernel; beside them the peak,
// multiply-adds that never leave registers.
#include <benchmark/benchmark.h>
#include <immintrin.h>

#include <string>
#include <vector>

#include "network/kernels.hpp"

namespace {

using readout::network::Kernels;

struct Product {
  std::vector<std::uint8_t> bytes;
  std::vector<std::int8_t> packed;
  std::vector<float> scale, bias, out;
  std::vector<std::int32_t> shift;
  std::size_t rows, outputs, inputs;

  Product(std::size_t rows_, std::size_t outputs_, std::size_t inputs_)
      : bytes(rows_ * inputs_, 131),
        packed(outputs_ * inputs_, 3),
        scale(outputs_, 0.01F),
        bias(outputs_, 0.5F),
        out(rows_ * outputs_),
        shift(outputs_, static_cast<std::int32_t>(std::size_t{384} * inputs_)),
        rows(rows_),
        outputs(outputs_),
        inputs(inputs_) {}

  void run(const Kernels& kernels) {
    const readout::network::Weights w{packed.data(), scale.data(), shift.data(), bias.data(), outputs, inputs};
    kernels.multiply({bytes.data(), inputs, nullptr, 0.1F}, rows, w, nullptr, 0, out.data(), outputs);
    benchmark::DoNotOptimize(out.data());
  }
};

void count(benchmark::State& state, double multiply_adds) {
  state.counters["MAC"] =
      benchmark::Counter(multiply_adds * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

void product(benchmark::State& state, const Kernels& kernels, std::size_t rows, std::size_t outputs,
             std::size_t inputs) {
  Product p(rows, outputs, inputs);
  while (state.KeepRunning()) {
    p.run(kernels);
  }
  count(state, static_cast<double>(rows * outputs * inputs));
}

void cells(benchmark::State& state, const Kernels& kernels) {
  constexpr std::size_t rows = 24, n = 160;
  const std::vector<float> gates(rows * 4 * n, 0.3F);
  std::vector<float> kept(rows * n, 0.1F);
  std::vector<std::uint8_t> hidden(rows * n);
  while (state.KeepRunning()) {
    kernels.lstm(gates.data(), rows, n, kept.data(), hidden.data());
    benchmark::DoNotOptimize(hidden.data());
  }
  state.counters["cells"] = benchmark::Counter(
      static_cast<double>(rows * n * static_cast<std::size_t>(state.iterations())), benchmark::Counter::kIsRate);
}

constexpr int chains = 14;  // sums that do not wait for each other
constexpr int rounds = 1000;

__attribute__((target("avx512f,avx512vnni"))) void peak_vnni(benchmark::State& state) {
  __m512i sum[chains] = {};
  __m512i a = _mm512_set1_epi8(3);
  while (state.KeepRunning()) {
    for (int r = 0; r < rounds; ++r) {
      asm volatile("" : "+v"(a));  // a stranger each time, so that nothing is taken out of the loop
      for (auto& s : sum) {
        s = _mm512_dpbusd_epi32(s, a, a);
      }
    }
  }
  benchmark::DoNotOptimize(sum);
  count(state, 64.0 * chains * rounds);
}

__attribute__((target("avx2"))) void peak_avx2(benchmark::State& state) {
  constexpr int sums = 8;
  __m256i sum[sums] = {};
  __m256i a = _mm256_set1_epi8(3);
  const __m256i ones = _mm256_set1_epi16(1);
  while (state.KeepRunning()) {
    for (int r = 0; r < rounds; ++r) {
      for (auto& s : sum) {
        asm volatile("" : "+x"(a));
        s = _mm256_add_epi32(s, _mm256_madd_epi16(_mm256_maddubs_epi16(a, a), ones));
      }
    }
  }
  benchmark::DoNotOptimize(sum);
  count(state, 32.0 * sums * rounds);
}

void add_all() {
  for (const Kernels* kernels : readout::network::all_kernels()) {
    const std::string name(kernels->name);
    const auto add = [&](const char* what, std::size_t rows, std::size_t outputs, std::size_t inputs) {
      benchmark::RegisterBenchmark((name + "/" + what).c_str(), product, *kernels, rows, outputs, inputs);
    };
    add("inputs_of_a_layer_768x640x320", 768, 640, 320);
    add("recurrent_step_24x640x160", 24, 640, 160);
    benchmark::RegisterBenchmark((name + "/cells_24x160").c_str(), cells, *kernels);
  }
  if (readout::network::avx2_kernels() != nullptr) {
    benchmark::RegisterBenchmark("peak/avx2", peak_avx2);
  }
  if (readout::network::vnni_kernels() != nullptr) {
    benchmark::RegisterBenchmark("peak/vnni", peak_vnni);
  }
}

}  // namespace

int main(int count, char** words) {
  add_all();
  benchmark::Initialize(&count, words);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
