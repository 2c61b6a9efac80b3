using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Intake;

/// <summary>
/// A request as somebody wrote it, field by field, nothing checked yet. The same for the form and for the website.
/// </summary>
public sealed record IntakeFields
{
    public Channel? Channel { get; set; }

    public Requester? Requester { get; set; }

    public CodeKind? Kind { get; set; }

    /// <summary>Of who asks for the tenant; counts for nothing when the tenant asks.</summary>
    public string? RequesterName { get; set; }

    public string? Name { get; set; }

    public string? Postcode { get; set; }

    /// <summary>The number alone, or with letter and addition behind it: <c>12-A/III</c>.</summary>
    public string? HouseNumber { get; set; }

    public string? Letter { get; set; }

    public string? Addition { get; set; }

    public string? Email { get; set; }

    /// <summary><c>3-12-1984</c> or <c>1984-12-03</c>.</summary>
    public string? BirthDate { get; set; }

    /// <summary>Relatienummer.</summary>
    public string? PartyCode { get; set; }

    public string? Remark { get; set; }

    /// <summary>Null is now.</summary>
    public DateTimeOffset? ReceivedAt { get; set; }

    /// <summary>The mail it came by; null for a request that came otherwise. Nobody types it.</summary>
    public MailOrigin? Mail { get; set; }
}

/// <summary>The fields of a request, in the order of the form.</summary>
public enum IntakeField
{
    Channel,
    Requester,
    Kind,
    RequesterName,
    Name,
    Postcode,
    HouseNumber,
    Letter,
    Addition,
    Email,
    BirthDate,
    PartyCode,
    Remark,
    ReceivedAt,
}
