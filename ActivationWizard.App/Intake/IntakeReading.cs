using System.Globalization;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using static ActivationWizard.App.Intake.IntakeError;

namespace ActivationWizard.App.Intake;

/// <summary>Turns what somebody wrote into a request, or says everything that is wrong with it.</summary>
public sealed partial class IntakeReading
{
    /// <summary>In characters (UTF-16), without white space around it.</summary>
    public const int LongestName = 200;

    /// <summary>In characters (UTF-16), without white space around it; an end of line counts as one.</summary>
    public const int LongestRemark = 2_000;

    public const string LetterForm = @"\A[A-Za-z]\z";
    public const string PartyCodeForm = @"\A[A-Za-z0-9][A-Za-z0-9.\/\-]{0,19}\z";

    /// <summary>The oldest day of birth that is believed.</summary>
    public static readonly DateOnly FirstBirthDate = new(1900, 1, 1);

    /// <summary>No request is older: one of longer ago is a mistake in the year.</summary>
    public static readonly TimeSpan LongestAgo = TimeSpan.FromDays(366);

    /// <summary>How far the clock of another system may be ahead of ours.</summary>
    public static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    private readonly List<IntakeFault> _faults = [];
    private readonly IntakeFields _fields;
    private readonly DateTimeOffset _now;

    private IntakeReading(IntakeFields fields, DateTimeOffset now)
    {
        (_fields, _now) = (fields, now);
        var (requesterName, name, address, email) = (RequesterName(), Name(), Address(), Email());
        var (birthDate, partyCode, remark) = (BirthDate(), PartyCode(), Remark());
        var receivedAt = ReceivedAt();
        var (requester, kind, channel) = (Chosen(fields.Requester, IntakeField.Requester), Chosen(fields.Kind, IntakeField.Kind),
            Chosen(fields.Channel, IntakeField.Channel));
        if (_faults.Count is 0)
        {
            Request = new ActivationRequest(
                requester, kind, name, address!, email, channel, receivedAt, birthDate, partyCode, remark,
                requesterName, fields.Mail);
        }
    }

    /// <summary>The request; null when there are faults.</summary>
    public ActivationRequest? Request { get; }

    /// <summary>In the order of the form; empty when there is a request.</summary>
    public IReadOnlyList<IntakeFault> Faults => [.. _faults.OrderBy(fault => fault.Field)];

    /// <summary>Reads the fields of a request that came in at <paramref name="now"/>, unless it says when.</summary>
    public static IntakeReading Of(IntakeFields fields, DateTimeOffset now) => new(fields, now);

    // Characters that nobody sees mean nothing here: they are dropped, and so never a reason to ask again.
    private string Name()
    {
        var name = TypedText.Name(_fields.Name);
        if (name.Length is 0)
            Wrong(IntakeField.Name, Missing);
        CheckName(name, IntakeField.Name);
        return name;
    }

    private string? RequesterName()
    {
        var name = TypedText.Name(_fields.RequesterName);
        if (name.Length is 0 || _fields.Requester is null or Requester.Tenant)
            return null;
        CheckName(name, IntakeField.RequesterName);
        return name;
    }

    private void CheckName(string name, IntakeField field)
    {
        if (name.Length > LongestName)
            Wrong(field, TooLong);
        else if (name.Length > 0 && !name.Any(char.IsLetter))
            Wrong(field, Invalid);
    }

    private AddressKey? Address()
    {
        var written = TypedText.Plain(_fields.Postcode);
        var isPostcode = Postcode.TryParse(written, out var postcode);
        if (!isPostcode)
            Wrong(IntakeField.Postcode, written.Length is 0 ? Missing : Invalid);
        return House() is { } house && isPostcode ? new AddressKey(postcode!, house) : null;
    }

    // A letter or addition in a field of its own belongs to a number that has none yet.
    private HouseNumber? House()
    {
        var (number, letter) = (TypedText.Plain(_fields.HouseNumber), TypedText.Plain(_fields.Letter));
        var addition = TypedText.Plain(_fields.Addition);
        var isApart = letter.Length > 0 || addition.Length > 0;
        if (number.Length is 0)
            Wrong(IntakeField.HouseNumber, Missing);
        else if (PostOfficeBox().IsMatch(number))
            Wrong(IntakeField.HouseNumber, NoHome);
        else if (!HouseNumber.TryParse(number, out var alone) || (isApart && alone is not { Letter: null, Addition: null }))
            Wrong(IntakeField.HouseNumber, Invalid);
        else if (letter.Length > 0 && !LetterPattern().IsMatch(letter))
            Wrong(IntakeField.Letter, Invalid);
        else if (!HouseNumber.TryCreate(number, letter, addition, out var whole))
            Wrong(IntakeField.Addition, Invalid);
        else
            return whole;
        return null;
    }

    // A mail address that looks like another one is refused, never mended.
    private EmailAddress? Email()
    {
        var written = EmailAddress.Trimmed(_fields.Email);
        if (written.Length is 0)
            return null;
        if (!EmailAddress.TryParse(written, out var email))
            Wrong(IntakeField.Email, ErrorOf(written));
        return email;
    }

    private static IntakeError ErrorOf(string email) =>
        UnseenCharacters.AreIn(email) ? Hidden : email.Count(sign => sign is '@') > 1 ? Several : Invalid;

    private DateOnly? BirthDate()
    {
        var written = TypedText.Plain(_fields.BirthDate);
        if (written.Length is 0)
            return null;
        var isDate = DateOnly.TryParseExact(
            written, ["yyyy-M-d", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var date);
        if (!isDate || date < FirstBirthDate || date > DutchCalendar.DayOf(_now))
            Wrong(IntakeField.BirthDate, Invalid);
        return date;
    }

    private string? PartyCode()
    {
        var code = TypedText.Plain(_fields.PartyCode);
        if (code.Length is 0)
            return null;
        if (!PartyCodePattern().IsMatch(code))
            Wrong(IntakeField.PartyCode, Invalid);
        return code;
    }

    private string? Remark()
    {
        var remark = TypedText.Lines(_fields.Remark);
        if (remark?.Length > LongestRemark)
            Wrong(IntakeField.Remark, TooLong);
        return remark;
    }

    private DateTimeOffset ReceivedAt()
    {
        var at = _fields.ReceivedAt ?? _now;
        if (at > _now + ClockDifference || at < _now - LongestAgo)
            Wrong(IntakeField.ReceivedAt, Invalid);
        return at;
    }

    private T Chosen<T>(T? value, IntakeField field)
        where T : struct, Enum
    {
        if (value is null || !Enum.IsDefined(value.Value))
            Wrong(field, Missing);
        return value.GetValueOrDefault();
    }

    private void Wrong(IntakeField field, IntakeError error) => _faults.Add(new IntakeFault(field, error));

    [GeneratedRegex(@"\A(postbus|p\.?o\.? ?box|antwoordnummer)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PostOfficeBox();

    [GeneratedRegex(LetterForm)]
    private static partial Regex LetterPattern();

    [GeneratedRegex(PartyCodeForm)]
    private static partial Regex PartyCodePattern();
}
