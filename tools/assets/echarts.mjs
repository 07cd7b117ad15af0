// The parts of Apache ECharts that the pages use, and no others. The matrix is a table, also with JavaScript.
export { init, registerMap, use } from "echarts/core";
import { use } from "echarts/core";
import { GraphChart, LineChart, MapChart } from "echarts/charts";
import { DataZoomInsideComponent, GeoComponent, GridComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";

use([
  GraphChart, LineChart, MapChart,
  DataZoomInsideComponent, GeoComponent, GridComponent, TooltipComponent,
  CanvasRenderer,
]);
