using System.Text.Json.Serialization;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>Committed before the call: what will be asked, of whom, under what key.</summary>
public abstract record EffectRequested([property: JsonIgnore] EffectKind Effect, EffectKey Key) : CaseEvent;

/// <summary>Committed after the call: it was done, by the system or, when the envelope names a person, by hand.</summary>
public abstract record EffectDone([property: JsonIgnore] EffectKind Effect, EffectKey Key) : CaseEvent;

[JournalName("contact-correction-requested")]
public sealed record ContactCorrectionRequested(EffectKey Key, string PartyId, ContactCorrection Correction)
    : EffectRequested(EffectKind.CorrectContacts, Key);

[JournalName("contacts-corrected")]
public sealed record ContactsCorrected(EffectKey Key) : EffectDone(EffectKind.CorrectContacts, Key);

[JournalName("preference-change-requested")]
public sealed record PreferenceChangeRequested(EffectKey Key, EmailAddress SendTo) : EffectRequested(EffectKind.SetPreference, Key);

/// <summary>Postex read back what was asked for.</summary>
[JournalName("preference-set")]
public sealed record PreferenceSet(EffectKey Key, EmailAddress SendTo) : EffectDone(EffectKind.SetPreference, Key);

[JournalName("block-requested")]
public sealed record BlockRequested(EffectKey Key) : EffectRequested(EffectKind.BlockAccount, Key);

[JournalName("account-blocked")]
public sealed record AccountBlocked(EffectKey Key) : EffectDone(EffectKind.BlockAccount, Key);

[JournalName("unblock-requested")]
public sealed record UnblockRequested(EffectKey Key) : EffectRequested(EffectKind.UnblockAccount, Key);

/// <summary>The block is off; <paramref name="Status"/> is what the account turned out to be: active means an old password lives.</summary>
[JournalName("account-unblocked")]
public sealed record AccountUnblocked(EffectKey Key, AccountStatus Status) : EffectDone(EffectKind.UnblockAccount, Key);

/// <summary>The account with this id is to go; any other is left alone.</summary>
[JournalName("deletion-requested")]
public sealed record DeletionRequested(EffectKey Key, string? AccountId) : EffectRequested(EffectKind.DeleteAccount, Key);

[JournalName("account-deleted")]
public sealed record AccountDeleted(EffectKey Key) : EffectDone(EffectKind.DeleteAccount, Key);

[JournalName("creation-requested")]
public sealed record CreationRequested(EffectKey Key, EmailAddress? Email) : EffectRequested(EffectKind.CreateAccount, Key);

[JournalName("account-created")]
public sealed record AccountCreated(EffectKey Key, string? AccountId) : EffectDone(EffectKind.CreateAccount, Key);

/// <summary>A fresh code is wanted; with <paramref name="MailTo"/> Umbrella mails it there.</summary>
[JournalName("activation-requested")]
public sealed record ActivationRequested(EffectKey Key, EmailAddress? MailTo) : EffectRequested(EffectKind.ActivateAccount, Key);

/// <summary>A fresh code is there, and was mailed when that was asked.</summary>
[JournalName("account-activated")]
public sealed record AccountActivated(EffectKey Key, EmailAddress? MailedTo, DateTimeOffset? CodeExpiresAt)
    : EffectDone(EffectKind.ActivateAccount, Key);

[JournalName("code-reading-requested")]
public sealed record CodeReadingRequested(EffectKey Key) : EffectRequested(EffectKind.ReadCode, Key);

/// <summary>A usable code is there (G3); of the code itself only the keyed fingerprint is kept, none when an employee reads it by hand.</summary>
[JournalName("code-read")]
public sealed record CodeRead(EffectKey Key, string? Fingerprint, DateTimeOffset? ExpiresAt) : EffectDone(EffectKind.ReadCode, Key);

/// <summary>The letter of template 263 that is to go, and the fingerprint of the code in it.</summary>
[JournalName("letter-dispatch-requested")]
public sealed record LetterDispatchRequested(EffectKey Key, string PartyCode, IReadOnlyList<string> Lines, string? Fingerprint)
    : EffectRequested(EffectKind.DispatchLetter, Key);

/// <summary>Postex has the letter; <paramref name="SessionId"/> is null when an employee sent it by hand.</summary>
[JournalName("letter-dispatched")]
public sealed record LetterDispatched(EffectKey Key, string? SessionId) : EffectDone(EffectKind.DispatchLetter, Key);

[JournalName("dispatch-confirmation-requested")]
public sealed record DispatchConfirmationRequested(EffectKey Key, string SessionId) : EffectRequested(EffectKind.ConfirmDispatch, Key);

/// <summary>Postex says done: this is what the case calls sent.</summary>
[JournalName("dispatch-confirmed")]
public sealed record DispatchConfirmed(EffectKey Key) : EffectDone(EffectKind.ConfirmDispatch, Key);

[JournalName("letter-registration-requested")]
public sealed record LetterRegistrationRequested(EffectKey Key, string PartyId) : EffectRequested(EffectKind.RegisterLetter, Key);

[JournalName("letter-registered")]
public sealed record LetterRegistered(EffectKey Key) : EffectDone(EffectKind.RegisterLetter, Key);

/// <summary>The reply that is to go, as the employee saw it.</summary>
[JournalName("reply-requested")]
public sealed record ReplyRequested(EffectKey Key, EmailAddress To, MailText Text) : EffectRequested(EffectKind.SendReply, Key);

[JournalName("reply-sent")]
public sealed record ReplySent(EffectKey Key) : EffectDone(EffectKind.SendReply, Key);

[JournalName("contact-registration-requested")]
public sealed record ContactRegistrationRequested(EffectKey Key, string PartyId, ContactSubject Subject, Channel Told)
    : EffectRequested(EffectKind.RegisterContact, Key);

[JournalName("contact-registered")]
public sealed record ContactRegistered(EffectKey Key) : EffectDone(EffectKind.RegisterContact, Key);
