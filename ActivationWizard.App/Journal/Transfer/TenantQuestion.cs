using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>
/// By what a tenant is found: the number of a case, or the name with the date of birth or the relation number beside it, since
/// several people have one name. An address finds what came in from it and no case, since several people may have one address.
/// </summary>
/// <param name="Number">A case of the tenant; null when none is known.</param>
/// <param name="Name">The name, or the beginnings of its words.</param>
/// <param name="BirthDate">As in the request, or in Viewpoint.</param>
/// <param name="PartyCode">The relation number, as in the request, or in Viewpoint.</param>
/// <param name="Email">An address of the tenant, as whoever answers made sure.</param>
public sealed record TenantQuestion(
    CaseNumber? Number, string? Name = null, DateOnly? BirthDate = null, string? PartyCode = null, EmailAddress? Email = null)
{
    /// <summary>True when it finds something of one person.</summary>
    public bool IsEnough => Number is not null || NamesOne || Email is not null;

    /// <summary>True when the name points at one person.</summary>
    public bool NamesOne => Name?.Any(char.IsLetter) is true && (BirthDate is not null || PartyCode is { Length: > 0 });
}

/// <summary>A field that somebody filled in for a case and did not send.</summary>
public sealed record TenantDraft(string PersonId, string Field, string Text, DateTimeOffset At);

/// <summary>One case of a tenant, with everything beside it.</summary>
/// <param name="Case">As far as it can be read.</param>
/// <param name="Events">The same events as they go into a file.</param>
/// <param name="Comments">What colleagues said about it.</param>
/// <param name="Drafts">What is filled in and not sent.</param>
/// <param name="Accesses">Who looked at it, the first first.</param>
public sealed record TenantCase(
    RawCase Case, IReadOnlyList<CaseFileEvent> Events, IReadOnlyList<Comment> Comments, IReadOnlyList<TenantDraft> Drafts,
    IReadOnlyList<CaseAccess> Accesses)
{
    /// <summary>The messages of the mailbox that became it or belong to it; what they say is in the mailbox.</summary>
    public IReadOnlyList<StoredMessage> Messages { get; init; } = [];

    /// <summary>What a team lead said of it afterwards; null for a case that nobody reviewed.</summary>
    public CaseReview? Review { get; init; }
}
