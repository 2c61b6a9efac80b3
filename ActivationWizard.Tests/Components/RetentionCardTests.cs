using ActivationWizard.App.Journal.Retention;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Status;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>What the system manager sees of what is erased at night.</summary>
public sealed class RetentionCardTests : Screen
{
    private static readonly long At = FixedTime.Start.UtcTicks;

    [Fact]
    public void Card_BeforeTheFirstNight_SaysWhatGoesNext()
    {
        var screen = Shown(null);

        Assert.Contains("dinsdag 8 september 2026 3:00:00", screen.Markup, StringComparison.Ordinal);
        Assert.Contains(
            "6: 3 met een code, 2 afgewezen, 1 ingetrokken, 0 proefgedraaid", screen.Markup, StringComparison.Ordinal);
        Assert.Contains("Nog niet", screen.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_ANightThatFailedForSome_SaysHowManyInWords()
    {
        var screen = Shown(new RetentionRow
        {
            Night = 20260907,
            BegunAt = At,
            EndedAt = At,
            Erased = 40,
            Accesses = 7,
            Failed = 2,
            Failure = "IOException",
        });

        Assert.Contains("40 zaken gewist, 7 regels over wie keek verwijderd", screen.Markup, StringComparison.Ordinal);
        Assert.Contains("Niet gelukt bij 2 zaken.", screen.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("IOException", screen.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_ANightThatIsUnderWay_SaysSoInBothLanguages()
    {
        var row = new RetentionRow { Night = 20260907, BegunAt = At, Holder = "one", HeldUntil = At };
        var dutch = Shown(row);
        using var reader = new FixedCulture("en-GB");

        Assert.Contains("nog niet klaar", dutch.Markup, StringComparison.Ordinal);
        Assert.Contains("not finished yet", Shown(row).Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<RetentionCard> Shown(RetentionRow? last) => Render<RetentionCard>(parameters => parameters.Add(
        one => one.Report, new RetentionReport(new DateTimeOffset(2026, 9, 8, 1, 0, 0, TimeSpan.Zero), 3, 2, 1, 5, last)));
}
