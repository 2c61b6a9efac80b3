using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Mailbox;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>The replies as they are shipped.</summary>
public sealed class MailTemplateTests
{
    // Anything in these words would say why, or that somebody is a tenant.
    private static readonly string[] TellingWords =
    [
        "huur", "bewind", "regeling", "betal", "instelling", "woning", "rechter", "schuld",
        "tenant", "rent", "administrat", "arrangement", "pay", "institution", "court", "debt", "home",
    ];

    public static MatrixTheoryData<RefusalGround, bool, MailLanguage> Choices =>
        new(Enum.GetValues<RefusalGround>(), [false, true], Enum.GetValues<MailLanguage>());

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task Compose_EveryChoice_IsACompleteReply(RefusalGround ground, bool neutral, MailLanguage language)
    {
        var text = await ComposeAsync(new(ground, neutral, language));

        Assert.NotEmpty(text.Subject);
        Assert.StartsWith(language is MailLanguage.Dutch ? "Beste heer/mevrouw A. Jansen," : "Dear Mr/Ms A. Jansen,", text.Body);
        Assert.Contains("www.mijn-thuis.nl/contact", text.Body, StringComparison.Ordinal);
        Assert.DoesNotContain('{', text.Subject + text.Body);
        Assert.DoesNotContain('}', text.Subject + text.Body);
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task Compose_NeutralOrWithoutTextOfItsOwn_SaysNothingOfTheReason(
        RefusalGround ground, bool neutral, MailLanguage language)
    {
        var text = await ComposeAsync(new(ground, neutral, language));
        var telling = TellingWords.Where(word => (text.Subject + text.Body).Contains(word, StringComparison.OrdinalIgnoreCase));

        if (neutral || ground is RefusalGround.NotAuthorised or RefusalGround.ByHand)
            Assert.Empty(telling);
        else
            Assert.NotEmpty(telling);
    }

    [Theory]
    [InlineData(MailLanguage.Dutch)]
    [InlineData(MailLanguage.English)]
    public async Task Compose_FourGrounds_HaveFourTexts(MailLanguage language)
    {
        RefusalGround[] grounds =
        [
            RefusalGround.NotTenant, RefusalGround.InstitutionCoResident,
            RefusalGround.UnderAdministration, RefusalGround.PaymentArrangement,
        ];

        var texts = await Task.WhenAll(grounds.Select(ground => ComposeAsync(new(ground, false, language))));

        Assert.Equal(4, texts.Select(text => text.Body).Distinct(StringComparer.Ordinal).Count());
    }

    // Language level B1: one thought to a sentence.
    [Theory]
    [MemberData(nameof(Choices))]
    public async Task Compose_EveryReply_HasShortSentences(RefusalGround ground, bool neutral, MailLanguage language)
    {
        var text = await ComposeAsync(new(ground, neutral, language));
        var most = language is MailLanguage.Dutch ? 15 : 20;

        Assert.All(text.Body.Split(['.', '?', '\n'], StringSplitOptions.TrimEntries), sentence =>
            Assert.InRange(sentence.Split(' ').Length, 0, most));
    }

    private static async Task<MailText> ComposeAsync(TemplateChoice choice)
    {
        using var bench = new MailboxBench();
        var reply = await bench.Mailbox.ComposeAsync(
            choice, MailboxBench.FillingFor("A. Jansen"), MailboxBench.Cancellation);
        return Assert.IsType<Reply<FilledReply?>.Answered>(reply).Value!.Text;
    }
}
