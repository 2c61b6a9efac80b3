using ActivationWizard.Tests.Kit;
using Mono.Cecil;

namespace ActivationWizard.Tests.Architecture;

/// <summary>
/// No code asks what zone its server is in, or what its clock says: days are counted in Amsterdam, and moments are given. Looked
/// for in what was compiled, so that no exception in the source hides one.
/// </summary>
public sealed class LocalZoneTests
{
    private static readonly HashSet<string> Banned =
    [
        "System.TimeZoneInfo::get_Local", "System.TimeProvider::get_LocalTimeZone", "System.TimeProvider::GetLocalNow",
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTime::ToLocalTime",
        "System.DateTime::ToUniversalTime", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.DateTimeOffset::ToLocalTime", "System.DateTimeOffset::get_LocalDateTime",
        "System.DateTimeOffset::op_Implicit", "System.DateTimeOffset::.ctor(DateTime)",
        "System.DateTime::Parse", "System.DateTime::TryParse", "System.DateTime::ParseExact", "System.DateTime::TryParseExact",
        "System.DateTimeOffset::Parse", "System.DateTimeOffset::TryParse", "System.DateTimeOffset::ParseExact",
        "System.DateTimeOffset::TryParseExact", "System.IO.FileSystemInfo::get_LastWriteTime",
        "System.IO.File::GetLastWriteTime", "System.IO.FileSystemInfo::get_CreationTime",
    ];

    /// <summary>Where text without an offset from UTC never gets there, each with the reason.</summary>
    private static readonly Dictionary<string, string> MayParse = new(StringComparer.Ordinal)
    {
        ["ActivationWizard.App.Intake.WebsiteRequest"] = "Its pattern asks for the offset.",
        ["ActivationWizard.Integrations.Contracts.SystemProbe"] = "An HTTP date is always GMT.",
        ["ActivationWizard.Integrations.Sandbox.Viewpoint.VeraShape"] = "Whether it is a moment, not which one.",
    };

    private static readonly Lazy<IReadOnlyList<(string Type, string Member)>> OfProduct = new(() =>
        [.. new[] { Product.Domain, Product.Integrations, Product.App }.SelectMany(one => Asking(one.Location))]);

    [Fact]
    public void Product_ClockAndZoneOfTheServer_AreAskedNowhere() => Assert.Empty(
        OfProduct.Value
            .Where(one => !(one.Member.EndsWith("Parse", StringComparison.Ordinal) && MayParse.ContainsKey(one.Type)))
            .Select(one => $"{one.Type} asks {one.Member}"));

    [Fact]
    public void MayParse_EachOfThem_Does() => Assert.Equal(
        MayParse.Keys.Order(), OfProduct.Value.Select(one => one.Type).Distinct().Order());

    [Fact]
    public void Planted_EachSortOfQuestion_IsFound() => Assert.Equal(
        [
            "System.DateTimeOffset::.ctor(DateTime)", "System.DateTimeOffset::Parse", "System.DateTimeOffset::op_Implicit",
            "System.TimeZoneInfo::get_Local",
        ],
        Asking(typeof(LocalZoneTests).Assembly.Location, typeof(Planted).FullName!.Replace('+', '/'))
            .Select(one => one.Member).Order(StringComparer.Ordinal));

    private static IEnumerable<(string Type, string Member)> Asking(string path, string? only = null)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        return
        [
            .. from type in only is null ? assembly.MainModule.GetTypes() : [assembly.MainModule.GetType(only)]
               from method in type.Methods
               where method.HasBody
               from instruction in method.Body.Instructions
               where instruction.Operand is MethodReference
               let member = Named((MethodReference)instruction.Operand)
               where Banned.Contains(member)
               select (Written(type), member),
        ];
    }

    private static string Named(MethodReference method)
    {
        var name = $"{method.DeclaringType.FullName}::{method.Name}";
        return method.Name is ".ctor" && method.Parameters is [{ ParameterType.Name: var only }] ? $"{name}({only})" : name;
    }

    // What the compiler makes of a lambda or an async method stands inside the type that was written.
    private static string Written(TypeDefinition type) =>
        type.DeclaringType is { } around && type.Name.StartsWith('<') ? Written(around) : type.FullName;

#pragma warning disable RS0030 // Banned on purpose: the search has to find it.
    private sealed class Planted
    {
        public static object[] Ask(DateTime time, string text) =>
        [
            TimeZoneInfo.Local, new DateTimeOffset(time), (DateTimeOffset)time,
            DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        ];
    }
#pragma warning restore RS0030
}
