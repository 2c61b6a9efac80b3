using System.Globalization;
using System.Net;
using System.Text;
using ActivationWizard.Tests.Kit.Messages;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>
/// A list over several pages is read whole, or it is no answer: never a part taken for the whole. Each page is written
/// <c>flags &gt; next page : number in all</c>, flags by their ids; the readings are apart by a bar.
/// </summary>
public sealed class PagingTests
{
    [Theory]
    [InlineData("1 2 > a : 3, 3 : 3", 3, 2)]
    [InlineData("1 2 > a : 2, : 2", 2, 2)]
    [InlineData("1 2 > a, 3", 3, 4)]
    [InlineData("1 2 > a, 2 3", 3, 4)]
    [InlineData("1 2 > a : 3, 2 3 : 3", 3, 2)]
    [InlineData("1 2 : 3 | 1 2 > a : 3, 3 : 3", 3, 3)]
    [InlineData("1 2 > a : 4, 4 : 3 | 1 2 > a : 3, 4 : 3", 3, 4)]
    [InlineData("1 2 > a : 3, 2x 3 : 3 | 1 2 > a : 3, 3 : 3", 3, 4)]
    public async Task List_ThatProvesToBeWhole_IsRead(string pages, int flags, int calls)
    {
        var register = new PagedRegister(pages);
        using var bench = new VariantBench();

        Assert.Equal(flags, (await bench.FlagsAsync(register.Answer))?.Count);
        Assert.Equal(calls, register.Calls);
    }

    [Theory]
    [InlineData("1 2 > a : 3, 3 > a : 3")]
    [InlineData("1 > a, 2 > b, 3 > a")]
    [InlineData("1 2 : 3")]
    [InlineData("1 2 > a : 4, 3 : 4")]
    [InlineData("1 2 3 : 2")]
    [InlineData("1 2 > a, 3 | 1 > a, 3")]
    [InlineData("1 2 > a, 3 | 1 2 > a, 3x")]
    [InlineData("1 > a, 1x | 1 > a, 1x")]
    [InlineData("1 2 > a : 3, 3 : 4 | 1 2 > a : 4, 3 : 3")]
    public async Task List_ThatMayBeAPart_IsNoAnswer(string pages)
    {
        var register = new PagedRegister(pages);
        using var bench = new VariantBench();

        Assert.Null(await bench.FlagsAsync(register.Answer));
        Assert.InRange(register.Calls, 2, 6);
    }

    [Fact]
    public async Task List_WithoutEnd_IsNoAnswerAfterFiftyPages()
    {
        var calls = 0;
        using var bench = new VariantBench();

        Assert.Null(await bench.FlagsAsync(_ => PagedRegister.Page("", $"{++calls}", null)));
        Assert.Equal(50, calls);
    }

    private sealed class PagedRegister(string pages)
    {
        private readonly string[][] _readings = [.. pages.Split('|').Select(reading => reading.Split(','))];
        private int _reading = -1;

        public int Calls { get; private set; }

        public HttpResponseMessage Answer(Uri asked)
        {
            Calls++;
            var cursor = asked.Query.Split("cursor=") is [_, var given] ? given : null;
            _reading += cursor is null ? 1 : 0;
            var reading = _readings[Math.Min(_reading, _readings.Length - 1)];
            var page = cursor is null ? reading[0] : reading[Array.FindIndex(reading, one => CursorOf(one) == cursor) + 1];
            var ids = page.Split('>', ':')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var items = ids.Select(id =>
                $$"""{ "id": "{{id[0]}}", "detailSoort": { "code": "BEZ" }, "naam": "{{id}}", "relatie": { "id": "31" } }""");
            return Page(string.Join(',', items), CursorOf(page), page.Split(':') is [_, var total] ? total.Trim() : null);
        }

        public static HttpResponseMessage Page(string items, string? cursor, string? total)
        {
            var page = new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent($"[{items}]", Encoding.UTF8, "application/json"),
            };
            if (cursor is not null)
                page.Headers.Add("X-Parameters-Cursor", cursor);
            if (total is not null)
                page.Headers.Add("X-Parameters-Aantal", total.ToString(CultureInfo.InvariantCulture));
            return page;
        }

        private static string? CursorOf(string page) => page.Split('>') is [_, var next] ? next.Split(':')[0].Trim() : null;
    }
}
