using ActivationWizard.Tests.Domain.Facts;
using ActivationWizard.Tests.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>Names, house numbers and mail addresses in every notation, held to a second reading of the rules.</summary>
internal static class NotationsBenchmark
{
    private const int Times = 100_000;

    public static async Task RunAsync(TextWriter output)
    {
        await SayAsync("names", NameNotations.Notations);
        await SayAsync("house numbers", HouseNumberNotations.Notations);
        await SayAsync("mail addresses", EmailNotations.Notations);

        async Task SayAsync<T>(string what, Notations<T> notations)
        {
            notations.Check(Times);
            await output.WriteLineAsync($"{what}: {notations}");
        }
    }
}
