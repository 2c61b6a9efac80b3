using System.Globalization;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>
/// The demo's people: for every row of the decision table at least one, and the requests they sent. All made up.
/// </summary>
public static class SandboxSeeds
{
    /// <summary>Stands wherever the systems hold a citizen's number, so that a test sees it was not kept.</summary>
    public const string CanaryBsn = "111222333";

    /// <summary>Stands wherever the systems hold an amount, so that a test sees it was not kept.</summary>
    public const decimal CanaryAmount = 4321.09m;

    private static readonly IReadOnlyList<SeedCase> Cases =
    [
        .. PlainSeeds.Cases, .. EmailVariantSeeds.Cases, .. LetterVariantSeeds.Cases, .. RefusalSeeds.Cases,
        .. HoldSeeds.Cases, .. AdministratorSeeds.Cases,
    ];

    /// <summary>
    /// One request per seeded person. The plain ones have waited longest, so that who tries the product meets them first.
    /// </summary>
    public static IReadOnlyList<SeededRequest> Requests { get; } =
        Queued([.. Cases.Select((one, index) => one.Request(Number(index)))]);

    internal static SandboxState Seed(TimeProvider time, bool withPost = false)
    {
        var amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        var state = new SandboxState();
        var town = new Town(state, TimeZoneInfo.ConvertTime(time.GetUtcNow(), amsterdam));
        for (var index = 0; index < Cases.Count; index++)
        {
            var resident = town.Settle(Cases[index].Home, Number(index));
            Cases[index].Besides?.Invoke(town, resident);
        }

        if (withPost)
            MailSeeds.Fill(state, town);
        return state;
    }

    /// <summary>Brings the post to a mailbox that was kept from before there was any; one that has it stays as it is.</summary>
    internal static void AddPost(SandboxState state, TimeProvider time) => MailSeeds.Fill(
        state,
        new Town(state, TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"))));

    private static SeededRequest[] Queued(SeededRequest[] requests)
    {
        var (latest, oldest) = (requests.Min(one => one.MinutesAgo), requests.Max(one => one.MinutesAgo));
        return [.. requests.Select(one => one with { MinutesAgo = latest + oldest - one.MinutesAgo })];
    }

    private static string Number(int index) => (300_100 + (index * 10)).ToString(CultureInfo.InvariantCulture);
}
