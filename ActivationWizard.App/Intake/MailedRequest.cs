using System.Collections.Frozen;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;

namespace ActivationWizard.App.Intake;

/// <summary>
/// A request that came by mail, in the fields that every way in has. When it came in is left to the caller: a mail says what it
/// likes about that.
/// </summary>
public static class MailedRequest
{
    private static readonly FrozenDictionary<string, CodeKind> Kinds = Words<CodeKind>(
        (CodeKind.First, ["eerste", "eerste code", "eerste activatiecode", "eerste keer", "ik vraag een eerste code"]),
        (CodeKind.New, ["nieuw", "nieuwe", "nieuwe code", "nieuwe activatiecode", "ik vraag een nieuwe code"]));

    private static readonly FrozenDictionary<string, Requester> Requesters = Words<Requester>(
        (Requester.Tenant, ["huurder", "de huurder", "huurder zelf", "ik ben huurder", "ik ben de huurder"]),
        (Requester.CourtAdministrator, ["bewindvoerder", "de bewindvoerder", "ik ben bewindvoerder", "ik ben de bewindvoerder"]),
        (Requester.SomebodyElse, ["anders", "iemand anders", "ander"]));

    /// <summary>
    /// What the website's form mailed. A choice in other words than these is missing, and so is a field that was there twice:
    /// <see cref="IntakeReading"/> then says so, and a person reads the mail.
    /// </summary>
    public static IntakeFields Of(FormReading form) => new()
    {
        Channel = Channel.Mailbox,
        Kind = Chosen(form[FormField.Kind], Kinds),
        Requester = Chosen(form[FormField.Requester], Requesters),
        Name = form[FormField.Name],
        Postcode = form[FormField.Postcode],
        HouseNumber = form[FormField.HouseNumber],
        Letter = form[FormField.Letter],
        Addition = form[FormField.Addition],
        Email = form[FormField.Email],
        BirthDate = form[FormField.BirthDate],
        PartyCode = form[FormField.PartyCode],
        Remark = form[FormField.Remark],
    };

    /// <summary>What a free mail seems to ask; the rest is for whoever reads it.</summary>
    public static IntakeFields Of(RequestGuess guess) => new()
    {
        Channel = Channel.Mailbox,
        Kind = guess.Kind,
        Requester = guess.Requester,
        Name = guess.Name,
        Postcode = guess.Postcode?.Spaced,
        HouseNumber = guess.HouseNumber?.ToString(),
        Email = guess.Email?.ToString(),
    };

    private static T? Chosen<T>(string? written, FrozenDictionary<string, T> words)
        where T : struct => words.TryGetValue(Folding.Of(written), out var value) ? value : null;

    private static FrozenDictionary<string, T> Words<T>(params (T Value, string[] Written)[] words) => words
        .SelectMany(one => one.Written.Select(written => (one.Value, Folded: Folding.Of(written))))
        .ToFrozenDictionary(one => one.Folded, one => one.Value, StringComparer.Ordinal);
}
