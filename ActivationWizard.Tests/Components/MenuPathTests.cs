using ActivationWizard.App.Words;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.Tests.Components;

/// <summary>The steps by hand are the instruction's own words: what it has a sentence for, is that sentence.</summary>
public sealed class MenuPathTests
{
    /// <summary>Sections 1, 2, 3b and 4, sentence by sentence.</summary>
    private const string Instruction = """
        Ga in Umbrella naar de desbetreffende huurder. Bij account klik je op account activeren. Stuur de activatiecode per e-mail
        naar het mailadres van de huurder dat bij ons in het systeem staat en dus ook op de aanvraag van de klant staat. Ga naar
        Umbrella. Ga naar adres. Ga naar klantgegevens. Ga naar accountgegevens. Noteer de activatiecode. Ga dan naar VP naar
        object. Ga naar de relatie. Ga naar het dossier. Kies sjabloon document. Kies sjabloon "263 activatiecode versturen
        Postex". vul bij parameters het veld activatiecode in. De brief gaat via Postex naar de huurder. Stuur de activatiecode
        per e-mail naar de bewindvoerder. Check in Viewpoint of bij het privé mailadres het mailadres van de bewindvoerder staat.
        Bij het zakelijk mailadres staat het mailadres van de huurder om te voorkomen dat we niet meer beschikken over dit
        mailadres van de huurder zelf. In Postex moet bij de huurder bij "voorkeuren" aangevinkt worden dat correspondentie per
        e-mail naar het mailadres van de bewindvoerder gaat. Account verwijderen. Account aanmaken. Account activeren. Code gaat
        per e-mail naar de klant.
        """;

    private static readonly string[] Sentences =
        [.. Instruction.ReplaceLineEndings(" ")
            .Replace('"', '\'').Split(". ", StringSplitOptions.TrimEntries).Select(line => line.TrimEnd('.'))];

    [Theory]
    [InlineData(EffectKind.ActivateAccount, Route.EmailTenant)]
    [InlineData(EffectKind.ActivateAccount, Route.EmailAdministrator)]
    [InlineData(EffectKind.ActivateAccount, Route.RecreateEmailTenant)]
    [InlineData(EffectKind.ActivateAccount, Route.RecreateEmailAdministrator)]
    [InlineData(EffectKind.ActivateAccount, Route.LetterTenant)]
    [InlineData(EffectKind.DeleteAccount, Route.RecreateEmailTenant)]
    [InlineData(EffectKind.CreateAccount, Route.RecreateLetterTenant)]
    [InlineData(EffectKind.ReadCode, Route.LetterTenant)]
    [InlineData(EffectKind.DispatchLetter, Route.LetterTenant)]
    [InlineData(EffectKind.DispatchLetter, Route.RecreateLetterTenant)]
    public void Path_OfAStepTheInstructionHas_IsItsOwnWords(EffectKind effect, Route route) =>
        Assert.All(StepWords.PathOf(effect, route), line => Assert.Contains(Plain(line), Sentences));

    [Theory]
    [InlineData(EffectKind.CorrectContacts, 2)]
    [InlineData(EffectKind.SetPreference, 1)]
    public void Path_ToAddressesUnderAdministration_EndsInTheInstructionsWords(EffectKind effect, int lines) =>
        Assert.All(StepWords.PathOf(effect).TakeLast(lines), line => Assert.Contains(Plain(line), Sentences));

    [Fact]
    public void Path_ToTheAccount_IsTheSameForLookingAndForDoing() => Assert.Equal(
        StepWords.PathOf(EffectKind.ReadCode).SkipLast(1), HandWords.Path(FactKind.Account, CaseFacts.None));

    private static string Plain(string line) => line.Replace('“', '\'').Replace('”', '\'');
}
