using System.Net;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.App.Replay;

/// <summary>What stands in a copy for an auditor, of events that were read.</summary>
public sealed class AuditCopyTests
{
    [Fact]
    public async Task Copy_OfACaseWithAReply_HasItsTextAsItWasAndNothingOfItIsMarkup()
    {
        var entries = Replays.Entries(
        [
            .. Story.ToTheEnd(Replays.Number, DemoPeople.Sanne).Take(3),
            (DemoPeople.Sanne, new ProposalAccepted(new Acceptance
            {
                Reply = new MailText("Uw aanvraag", "Beste huurder,\n\nBel ons <script>even</script>."),
            })),
        ]);

        var page = await CopyAsync(new RawCase(Replays.Number, entries, null));

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains(
            "<pre>Uw aanvraag\n\nBeste huurder,\n\nBel ons <script>even</script>.</pre>", WebUtility.HtmlDecode(page),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_OfADecision_SaysWhatWasKnownAndWhatItChanged()
    {
        var text = WebUtility.HtmlDecode(await CopyAsync(new RawCase(Replays.Number, [.. Replays.ByEmail.Take(4)], null)));

        var decision = text[text.IndexOf("<h3>4. ", StringComparison.Ordinal)..];
        Assert.Contains(AuditText.Known, decision, StringComparison.Ordinal);
        Assert.Contains("Regel D22", decision, StringComparison.Ordinal);
        Assert.Contains("Voorstel: was –, is nu Verstuur de code per e-mail", decision, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_OfACaseOfWhichNothingCanBeRead_SaysOnlyThat()
    {
        var text = WebUtility.HtmlDecode(await CopyAsync(new RawCase(
            Replays.Number, [], new JournalBreak(Replays.Number, 0, CaseFault.HeadMissing))));

        Assert.Contains("De verzegeling van deze zaak ontbreekt.", text, StringComparison.Ordinal);
        Assert.Contains($"<code>{AuditText.SealNoHead}</code>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<article>", text, StringComparison.Ordinal);
    }

    private static Task<string> CopyAsync(RawCase raw) => new AuditCopy(raw, DemoPeople.Els, FixedTime.Start).ToHtmlAsync();
}
