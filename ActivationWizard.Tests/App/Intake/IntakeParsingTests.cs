using System.Text;
using System.Text.Json;
using ActivationWizard.App.Intake;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Run;
using CsCheck;

namespace ActivationWizard.Tests.App.Intake;

/// <summary>
/// Whatever is sent to the intake, or typed into its form, is a request or a list of faults with words: never an exception. A
/// failure prints the seed it can be had again with.
/// </summary>
public sealed class IntakeParsingTests
{
    private static readonly DateTimeOffset Now = FixedTime.Start;

    private static readonly Dictionary<string, string> Valid = new(StringComparer.Ordinal)
    {
        ["soort"] = "\"eerste\"",
        ["aanvrager"] = "\"huurder\"",
        ["naam"] = "\"A. van den Berg\"",
        ["postcode"] = "\"5611 CD\"",
        ["huisnummer"] = "\"12\"",
    };

    private static readonly string[] Fields =
    [
        .. Valid.Keys, "huisletter", "toevoeging", "emailadres", "geboortedatum", "relatienummer", "ontvangenOp", "opmerking",
        "bsn", "Naam", "",
    ];

    private static readonly Gen<string> Values = Gen.OneOf(
        PastedTexts.Any.Select(text => JsonSerializer.Serialize(text)),
        Gen.OneOf(
            "null", "true", "12", "1e999", "[]", "{}", "{\"a\":[{}]}", "\"\\uD800\"", "\"\\uDC00\\uD800\"", "\"nieuw\"",
            "\"anders\"", "\"12-A/III\"", "\"A\"", "\"bis\"", "\"a.jansen@mail.example\"", "\"1984-12-03\"",
            "\"9999-12-31\"", "\"0000-00-00\"", "\"2026-02-30\"", "\"2026-09-07T09:00:00+02:00\"",
            "\"2026-10-25T02:15:00+01:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01T00:00:00+14:00\"",
            "\"2026-09-07T09:00:00+99:99\"", "\"2026-09-07T09:00\""));

    private static readonly Gen<byte[]> Bodies = Gen.Select(
        Gen.Select(Gen.OneOf(Fields), Values).Array[0, 4], Gen.Int[0, 5], Gen.Int[0, 300], Gen.Byte, Body);

    [Fact]
    public void Read_AnyBody_IsARequestOrFaultsWithWords() => CheckBodies(PastedTexts.EveryDay);

    [Fact]
    [Nightly("A few thousand bodies show a fault that a million would.")]
    public void Read_AMillionBodies_AreRequestsOrFaultsWithWords() => CheckBodies(PastedTexts.EveryNight);

    [Fact]
    public void Of_AnyFields_IsARequestOrFaultsWithWords() => CheckFields(PastedTexts.EveryDay);

    [Fact]
    [Nightly("A few thousand forms show a fault that a million would.")]
    public void Of_AMillionForms_AreRequestsOrFaultsWithWords() => CheckFields(PastedTexts.EveryNight);

    private static void CheckBodies(int bodies)
    {
        var (requests, faulty, unread) = (0, 0, 0);
        Bodies.Sample(
            body =>
            {
                if (WebsiteRequest.Read(body) is not { } website)
                {
                    Interlocked.Increment(ref unread);
                    return true;
                }

                var reading = IntakeReading.Of(website.ToFields(), Now);
                Interlocked.Increment(ref reading.Request is null ? ref faulty : ref requests);
                return IsWhole(reading);
            },
            iter: bodies,
            print: body => Encoding.UTF8.GetString(body));
        Assert.All(new[] { requests, faulty, unread }, count => Assert.True(count > bodies / 50, $"{count}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"requests {requests}, faulty {faulty}, unread {unread}");
    }

    private static void CheckFields(int forms) => PastedTexts.Any.Array[9].Sample(
        texts => IsWhole(IntakeReading.Of(
            new IntakeFields
            {
                Name = texts[0],
                Postcode = texts[1],
                HouseNumber = texts[2],
                Letter = texts[3],
                Addition = texts[4],
                Email = texts[5],
                BirthDate = texts[6],
                PartyCode = texts[7],
                Remark = texts[8],
            },
            Now)),
        iter: forms);

    private static bool IsWhole(IntakeReading reading) => reading.Request is null
        ? reading.Faults.Count > 0 && reading.Faults.All(fault => fault.Words.Length > 0)
        : reading.Faults.Count is 0;

    // Left as it is, with a field twice, cut off, or with one byte changed.
    private static byte[] Body((string Field, string Value)[] changes, int way, int at, byte other)
    {
        var fields = new Dictionary<string, string>(Valid, StringComparer.Ordinal);
        foreach (var (field, value) in changes)
            fields[field] = value;
        var pairs = fields.Select(one => $"\"{one.Key}\":{one.Value}");
        var body = Encoding.UTF8.GetBytes(
            $"{{{string.Join(',', way is 1 ? pairs.Concat(changes.Select(one => $"\"{one.Field}\":{one.Value}")) : pairs)}}}");
        if (way is 2)
            return body[..(at % body.Length)];
        if (way is 3)
            body[at % body.Length] = other;
        return body;
    }
}
