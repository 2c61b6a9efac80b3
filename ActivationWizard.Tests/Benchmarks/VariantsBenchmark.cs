using ActivationWizard.Tests.Integrations.Variants;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// Every variant of every message of every system: what became of the facts that are read from it, or of the call that it is the
/// answer to.
/// </summary>
internal static class VariantsBenchmark
{
    public static async Task RunAsync(TextWriter output)
    {
        var (tried, wrong) = (0, 0);
        foreach (var (story, message) in FactVariants.All)
            await AddAsync(await FactVariants.CompareAsync(story, message, part: 1));
        foreach (var call in VariedCalls.All.Values.Where(call => call.Answer is not null))
            await AddAsync(await call.CompareAsync(part: 1));
        await output.WriteLineAsync($"in all: {tried} tried, {wrong} wrong");

        async Task AddAsync(VariantTally tally)
        {
            tried += tally.Tried;
            wrong += tally.WrongOnes.Count;
            await output.WriteLineAsync(tally.ToString());
            foreach (var one in tally.WrongOnes)
                await output.WriteLineAsync($"  {one}");
        }
    }
}
