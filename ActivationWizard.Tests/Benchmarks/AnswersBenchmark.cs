using System.Diagnostics;
using System.Globalization;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Tests.Kit.Messages;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// The largest answers: from request to row with the real adapters and no network, and what is allocated meanwhile. The systems'
/// own time comes on top of it.
/// </summary>
internal static class AnswersBenchmark
{
    private const int Times = 10;

    public static async Task RunAsync(TextWriter output)
    {
        var request = new VariantRequest(Requester.Tenant, null);
        foreach (var (name, register) in new (string, LargeRegister)[]
        {
            ("as usual", new()),
            ("unit with 400 agreements", new(agreements: 400)),
            ("100 persons of one name at one address", new(namesakes: 100, namesakesLiveHere: true)),
            ("party with 50 roles and 30 contacts", new(roles: 50, contacts: 30)),
            ("4,900 persons of one name elsewhere", new(namesakes: 4_900)),
        })
        {
            using var bench = new VariantBench();
            var row = (await bench.ReadAsync(register.Answer, request)).Row;
            var (before, calls) = (GC.GetTotalAllocatedBytes(precise: true), register.Calls);
            var times = new List<TimeSpan>();
            for (var time = 0; time < Times; time++)
            {
                var since = Stopwatch.GetTimestamp();
                await bench.ReadAsync(register.Answer, request);
                times.Add(Stopwatch.GetElapsedTime(since));
            }

            var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / Times / 1024d / 1024;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {row}, {calls} calls, {new Figures(times)}, {allocated:0.0} MiB, the register's own part included"));
        }
    }
}
