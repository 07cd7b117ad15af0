// The parts of Apache ECharts that the pages use, and no others.
export { init, registerMap, use } from "echarts/core";
import { use } from "echarts/core";
import { CustomChart, GraphChart, LineChart, MapChart } from "echarts/charts";
import { DataZoomInsideComponent, GeoComponent, GridComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";

use([
  CustomChart, GraphChart, LineChart, MapChart,
  DataZoomInsideComponent, GeoComponent, GridComponent, TooltipComponent,
  CanvasRenderer,
]);
