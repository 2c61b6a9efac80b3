using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;

namespace ActivationWizard.Tests.Integrations.Mailbox.StandardReplies;

/// <summary>A reply out of the mailbox is the message that was chosen, as it was last read.</summary>
public sealed class MailboxRepliesTests : IDisposable
{
    private static readonly FoundTemplate Refusal = new("Aanvraag {zaaknummer}", "{aanhef},\n\nNee.", FixedTime.Start);
    private static readonly TemplateChoice Choice = new(RefusalGround.NotTenant, false, MailLanguage.Dutch);
    private readonly KeptInMemory _kept = new();
    private readonly MailboxBench _bench;

    public MailboxRepliesTests() => _bench = new MailboxBench(
        _kept, ("ImapHost", "127.0.0.1"), ("ImapSecurity", "None"), ("Templates:Source", "Mailbox"));

    [Fact]
    public async Task Compose_ChosenTemplate_IsFilledInAndSaysWhichTextItWas()
    {
        _kept.Templates = new([Refusal], FixedTime.Start, null);
        _kept.Chosen[ReplySlot.Of(Choice)] = "aanvraag  {ZAAKNUMMER}";

        Assert.Equal(
            new Reply<FilledReply?>.Answered(new FilledReply(
                new MailText("Aanvraag 2026-00412", "Beste heer/mevrouw Jansen,\n\nNee.\n"),
                new TemplateVersion(Refusal.Mark, FixedTime.Start, null))),
            await ComposeAsync());
        Assert.Equal("Mailsjablonen", _bench.Mailbox.TemplateFolder);
    }

    [Fact]
    public async Task Compose_MailboxSilent_IsWhatWasKeptAndSaysSo()
    {
        _kept.Templates = new([Refusal], FixedTime.Start.AddHours(1), FailureReason.Unreachable);
        _kept.Chosen[ReplySlot.Of(Choice)] = Refusal.Subject;

        var reply = Assert.IsType<Reply<FilledReply?>.Answered>(await ComposeAsync()).Value!;

        Assert.Equal(FixedTime.Start.AddHours(1), reply.Version!.KeptSince);
    }

    [Fact]
    public async Task Compose_NeverRead_IsNoAnswer() =>
        Assert.Equal(new Reply<FilledReply?>.NotAnswered(FailureReason.Unreachable), await ComposeAsync());

    [Fact]
    public async Task Compose_NothingChosenOrGone_IsNoTemplate()
    {
        _kept.Templates = new([Refusal], FixedTime.Start, null);
        Assert.Equal(new Reply<FilledReply?>.Answered(null), await ComposeAsync());

        _kept.Chosen[ReplySlot.Of(Choice)] = "Weg";
        Assert.Equal(new Reply<FilledReply?>.Answered(null), await ComposeAsync());

        _kept.Templates = new(null, FixedTime.Start, null);
        Assert.Equal(new Reply<FilledReply?>.Answered(null), await ComposeAsync());
        Assert.Contains("nl/NotTenant", _bench.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("{aanhef} {bsn}", null)]
    [InlineData("{aanhef} {telefoon}", null)]
    [InlineData("goed", TemplateFault.TooLong)]
    public async Task Compose_BrokenTemplate_IsNoAnswer(string body, TemplateFault? fault)
    {
        _kept.Templates = new([Refusal with { Body = body, Fault = fault }], FixedTime.Start, null);
        _kept.Chosen[ReplySlot.Of(Choice)] = Refusal.Subject;

        Assert.Equal(new Reply<FilledReply?>.NotAnswered(FailureReason.Nonsense), await ComposeAsync());
    }

    [Fact]
    public async Task Broken_EveryReply_IsNamedWithWhatIsWrong()
    {
        _kept.Templates = new([Refusal, Refusal with { Subject = "Haken", Body = "{wat}" }], FixedTime.Start, null);
        _kept.Chosen[ReplySlot.Of(Choice)] = Refusal.Subject;
        _kept.Chosen[new(null, MailLanguage.Dutch)] = "Haken";
        _kept.Chosen[new(null, MailLanguage.English)] = "Weg";

        var broken = (await _bench.Replies.BrokenAsync(MailboxBench.Cancellation))
            .ToDictionary(one => one.File, one => one.Fault);

        Assert.Equal(ReplySlot.All.Count - 1, broken.Count);
        Assert.Equal(TemplateFault.UnknownPlaceholder, broken["nl/Neutral"]);
        Assert.Equal(TemplateFault.Missing, broken["en/Neutral"]);
        Assert.Equal(TemplateFault.NotChosen, broken["en/NotTenant"]);
    }

    [Fact]
    public void Slot_EveryName_IsFoundByIt()
    {
        Assert.Equal(10, ReplySlot.All.Count);
        Assert.All(ReplySlot.All, slot => Assert.Equal(slot, ReplySlot.Named(slot.Name)));
        Assert.Null(ReplySlot.Named("nl/ByHand"));
    }

    public void Dispose() => _bench.Dispose();

    private Task<Reply<FilledReply?>> ComposeAsync() =>
        _bench.Mailbox.ComposeAsync(Choice, MailboxBench.FillingFor("Jansen"), MailboxBench.Cancellation);
}
