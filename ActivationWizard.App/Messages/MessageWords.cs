using ActivationWizard.App.Controls;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Words;
using ActivationWizard.Integrations.Mailbox.Incoming;

namespace ActivationWizard.App.Messages;

/// <summary>What is said about a message: of its mail, and of what was done with it.</summary>
public static class MessageWords
{
    // What somebody might be taken in by.
    private static readonly MailNote[] Warnings =
    [
        MailNote.DirectionTurned, MailNote.SenderUnclear, MailNote.NameIsAnotherAddress, MailNote.AddressNotAscii,
        MailNote.AnswersGoElsewhere,
    ];

    /// <summary>What a reader should know: those first that somebody might be taken in by.</summary>
    public static IEnumerable<(MarkKind Kind, string Text)> Notes(IEnumerable<MailNote> notes) =>
        from note in notes
        let isWarning = Warnings.Contains(note)
        orderby isWarning descending, note
        select (isWarning ? MarkKind.Problem : MarkKind.Unknown, MessagesText.ResourceManager.Word($"Note{note}"));

    /// <summary>Who sent it, in a few words: the name, or else the address.</summary>
    public static string Sender(string? name, string? address) =>
        name is { Length: > 0 } ? name : address is { Length: > 0 } ? address : MessagesText.NoSender;

    /// <summary>The subject, or that there is none.</summary>
    public static string Subject(string? subject) => subject is { Length: > 0 } ? subject : MessagesText.NoSubject;

    /// <summary>What an open message seems to be, with the case that it seems to belong to or why it could not be read.</summary>
    public static string Seems(StoredMessage message)
    {
        // A whole form became a case by itself.
        var kind = message.Kind is MessageKind.Form ? MessagesText.SeemsForm : StepWords.Of(message.Kind);
        return message switch
        {
            { Case: { } number } => MessagesText.SeemsCase.With(kind, number),
            { TakenBack: not null } => MessagesText.SeemsBack.With(kind),
            { Reason: { } reason } => $"{kind}. {Skipped(reason)}",
            _ => kind,
        };
    }

    /// <summary>What became of a message; empty while it is open.</summary>
    public static string Outcome(StoredMessage message) => message.State switch
    {
        MessageState.BecameCase => MessagesText.OutcomeRequest.With(message.Case),
        MessageState.OfCase => MessagesText.OutcomeCase.With(message.Case),
        MessageState.NoRequest => MessagesText.OutcomeNone.With(Of(message.Reason)),
        MessageState.Skipped => MessagesText.OutcomeSkipped.With(Skipped(message.Reason)),
        _ => "",
    };

    /// <summary>Who took it back, when and why.</summary>
    public static string Of(TakenBack back, Moments moments) =>
        MessagesText.BackBy.With(back.By, moments.Brief(back.At), Of(back.Reason));

    /// <summary>What had become of one that was taken back and waits; empty for any other.</summary>
    public static string Before(StoredMessage message) => message is { State: MessageState.Open, TakenBack.From: var from }
        ? MessagesText.BackBefore.With(Outcome(message with { State = from }))
        : "";

    /// <summary>Why it is taken back.</summary>
    public static string Of(TakeBackReason reason) => MessagesText.ResourceManager.Word($"Back{reason}");

    /// <summary>Why it is no request.</summary>
    public static string Of(NoRequestReason reason) => MessagesText.ResourceManager.Word($"Reason{reason}");

    /// <summary>Why it was skipped, or could not be read, by the name that is in the database.</summary>
    public static string Skipped(string? reason) => Enum.TryParse<MailSkipReason>(reason, out var why)
        ? MessagesText.ResourceManager.Word($"Skip{why}")
        : MessagesText.ReasonOther;

    /// <summary>What keeps mail from coming in, and what to do.</summary>
    public static string Of(MailTrouble trouble) => MessagesText.ResourceManager.Word($"Trouble{trouble}");

    private static string Of(string? reason) =>
        Of(Enum.TryParse<NoRequestReason>(reason, out var why) ? why : NoRequestReason.Other);
}
